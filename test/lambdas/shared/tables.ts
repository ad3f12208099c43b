import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { launchDatabase } from '../../../local/cloud/dynamodb/launch.ts';

/** A real engine with the two tables, without the indexes, and a count of what was asked of it. */
export async function startTables() {
  const database = await launchDatabase();
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const key = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
  for (const TableName of ['Directory', 'Interactions']) {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [key('pk'), key('sk')],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  }
  const asked: string[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      asked.push(String(context.commandName).replace('Command', ''));
      return next(args);
    },
    { step: 'initialize' },
  );
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    documents,
    /** Names of the operations that `work` used, in order. */
    async asking(work: () => Promise<unknown>): Promise<string[]> {
      asked.length = 0;
      await work();
      return [...asked];
    },
    async put(items: object[]) {
      for (const item of items) await documents.send(new PutCommand({ TableName: 'Directory', Item: { ...item } }));
    },
    stop: () => database.stop(),
  };
}
