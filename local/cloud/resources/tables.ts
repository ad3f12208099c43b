import type { AttributeDefinition, GlobalSecondaryIndex, KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { arnOf, type Cloud, type Factory, physicalName } from '../cloud.ts';
import { ensureTable } from '../dynamodb/tables.ts';
import type { Properties } from '../types.ts';

/** Both resource types describe keys and indexes in the same words; capacity is left out, since nothing is throttled here. */
async function makeTable(id: string, properties: Properties, cloud: Cloud) {
  if (properties.LocalSecondaryIndexes) throw new Error('not emulated: local secondary indexes');
  const name = physicalName(cloud, id, properties.TableName);
  const indexes = (properties.GlobalSecondaryIndexes ?? []) as GlobalSecondaryIndex[];
  await ensureTable(cloud.database, {
    name,
    keys: properties.KeySchema as KeySchemaElement[],
    attributes: properties.AttributeDefinitions as AttributeDefinition[],
    indexes: indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection })),
  });
  cloud.tables.set(id, name);
  return { ref: name, attributes: { Arn: arnOf(cloud, 'dynamodb', `table/${name}`), TableId: name } };
}

export const tables: Record<string, Factory> = {
  'AWS::DynamoDB::Table': makeTable,
  'AWS::DynamoDB::GlobalTable': makeTable,
};
