import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';

/** A table as a template describes it, whichever of the two resource types it uses. */
export interface TableDescription {
  name: string;
  keys: KeySchemaElement[];
  attributes: AttributeDefinition[];
  indexes: GlobalSecondaryIndex[];
}

/** Nothing here asks for a permission: the engine is ours, and functions reach it through the gateway only. */
export function databaseClient(endpoint: string): DynamoDBClient {
  // Its advice on the next Node would stand among our own lines.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
}

/**
 * Creates the table unless it is there. Throws when one is there with other keys or indexes, since its items could not
 * be found by the template's queries.
 */
export async function ensureTable(client: DynamoDBClient, table: TableDescription): Promise<void> {
  const there = await existing(client, table.name);
  if (there !== undefined) {
    if (there === shapeOf(table.keys, table.indexes)) return;
    throw new Error(
      `the stored table ${table.name} has other keys or indexes than the template: delete the data folder`,
    );
  }
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      KeySchema: table.keys,
      AttributeDefinitions: table.attributes,
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: table.indexes.length ? table.indexes : undefined,
    }),
  );
}

async function existing(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return shapeOf(Table?.KeySchema ?? [], Table?.GlobalSecondaryIndexes ?? []);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function shapeOf(
  keys: KeySchemaElement[],
  indexes: Partial<Pick<GlobalSecondaryIndex, 'IndexName' | 'KeySchema' | 'Projection'>>[],
): string {
  const schema = (elements: KeySchemaElement[] = []) => elements.map((one) => `${one.KeyType}:${one.AttributeName}`);
  const lines = indexes.map((index) =>
    [index.IndexName, ...schema(index.KeySchema), index.Projection?.ProjectionType ?? 'ALL'].join(' '),
  );
  return [schema(keys).join(' '), ...lines.sort()].join('\n');
}
