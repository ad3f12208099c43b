/** What one run of a function used of DynamoDB. */
export interface Usage {
  requests: number;
  read: number;
  write: number;
}

export const noUsage = (): Usage => ({ requests: 0, read: 0, write: 0 });

const reads = new Set(['GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan']);
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** Whether the operation reports capacity when asked. */
export const reportsCapacity = (operation: string) => reads.has(operation) || writes.has(operation);

/**
 * Adds one answered request to the usage. `answer` is the body with `ConsumedCapacity`. A refused condition reports
 * nothing and still costs: AWS takes at least one write unit, two for each part of a transaction; the item's size is
 * not known here, so the least is counted.
 */
export function addUsage(usage: Usage, operation: string, request: Record<string, unknown>, answer: unknown): void {
  usage.requests++;
  const body = (answer ?? {}) as { ConsumedCapacity?: unknown; __type?: string };
  if (body.__type?.endsWith('#ConditionalCheckFailedException')) usage.write += 1;
  else if (body.__type?.endsWith('#TransactionCanceledException')) usage.write += 2 * partsOf(request);
  const units = [body.ConsumedCapacity ?? []]
    .flat()
    .reduce((sum: number, table) => sum + Number((table as { CapacityUnits?: number }).CapacityUnits ?? 0), 0);
  if (reads.has(operation)) usage.read += units;
  else if (writes.has(operation)) usage.write += units;
}

const partsOf = ({ TransactItems }: Record<string, unknown>) =>
  Array.isArray(TransactItems) ? TransactItems.length : 0;
