import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { summaryKey } from '../../../domain/interaction/items.ts';
import { interactionIndexes, tableKeys } from '../../../domain/tables.ts';
import { launchDatabase } from '../../../local/cloud/dynamodb/launch.ts';

/** Capacity units by the command that used them. */
export type Usage = { reads: number; writes: number; requests: string[] };

/** A DynamoDB in memory with the table of interactions in it. */
export async function interactionsDatabase() {
  const database = await launchDatabase();
  const clients: DynamoDBClient[] = [];
  const connect = (held?: Promise<void>) => {
    const client = new DynamoDBClient({
      endpoint: database.endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    clients.push(client);
    const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    if (held) holdSummaries(documents, held);
    return documents;
  };
  const client = connect();
  const TableName = 'Interactions';
  const indexes = Object.values(interactionIndexes);
  const attributes = new Set([
    ...Object.values(tableKeys),
    ...indexes.flatMap((index) => [index.partition, index.sort]),
  ]);
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema(tableKeys),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  );
  return {
    TableName,
    client,
    /** A further client; `held` keeps back each summary that it stores. */
    connect,
    stop: async () => {
      for (const one of clients) one.destroy();
      await database.stop();
    },
  };
}

function holdSummaries(client: DynamoDBDocumentClient, held: Promise<void>): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { Item: item } = args.input as { Item?: { sk?: unknown } };
      if (item?.sk === summaryKey) await held;
      return next(args);
    },
    { step: 'initialize', name: 'hold' },
  );
}

/** Has every request report what it used, indexes counted, and adds it up. A refused condition costs a unit as well. */
export function measured(client: DynamoDBDocumentClient): Usage {
  const usage: Usage = { reads: 0, writes: 0, requests: [] };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const name = String(context.commandName).replace('Command', '');
      usage.requests.push(name);
      const isRead = /^(Query|Get|BatchGet)/.test(name);
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      try {
        const answer = await next(args);
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        if (ConsumedCapacity?.CapacityUnits === undefined) throw new Error(`${name} reported no capacity`);
        usage[isRead ? 'reads' : 'writes'] += ConsumedCapacity.CapacityUnits;
        return answer;
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') usage.writes += 1;
        throw error;
      }
    },
    { step: 'initialize', name: 'measure', priority: 'low' },
  );
  return usage;
}

function keySchema({ partition, sort }: { partition: string; sort: string }) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
}
