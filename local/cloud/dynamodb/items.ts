import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

/** Writes plain items, replacing those with the same key. Throws when the engine leaves some unwritten. */
export async function putItems(client: DynamoDBClient, table: string, items: Record<string, unknown>[]): Promise<void> {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, index) =>
    items.slice(index * 25, index * 25 + 25),
  );
  for (const batch of batches) {
    const requests = batch.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    if (Object.keys(UnprocessedItems ?? {}).length) throw new Error(`${table}: some items were not written`);
  }
}

/** Whether a table holds nothing yet. */
export async function isEmpty(client: DynamoDBClient, table: string): Promise<boolean> {
  const { Count } = await client.send(new ScanCommand({ TableName: table, Limit: 1 }));
  return Count === 0;
}

/** The physical name of a table by its logical id, its own name, or a part of the logical id that only one table has. */
export function tableNamed(tables: Map<string, string>, name: string): string {
  const exact = tables.get(name);
  if (exact) return exact;
  const fitting = [...tables].filter(([id, physical]) => physical === name || id.includes(name));
  if (fitting.length !== 1) {
    throw new Error(`${fitting.length} tables of the template fit "${name}": ${[...tables.keys()].join(', ')}`);
  }
  return fitting[0]?.[1] ?? name;
}
