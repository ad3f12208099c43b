import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { DirectoryItem } from '../../../domain/directory/items.ts';
import { profileKey } from '../../../domain/directory/keys.ts';
import type { Person } from '../../../domain/directory/types.ts';

/** Everybody in the directory but those who were merged into somebody else, in no order. Reads the whole table: for exports, never while anybody waits. */
export async function* everybody(client: DynamoDBDocumentClient, TableName: string): AsyncIterable<Person> {
  const profiles = {
    TableName,
    FilterExpression: 'sk = :profile',
    ExpressionAttributeValues: { ':profile': profileKey('').sk },
  };
  for await (const { Items = [] } of paginateScan({ client }, profiles)) {
    for (const { person } of Items as DirectoryItem[]) if (person && person.mergedInto === undefined) yield person;
  }
}
