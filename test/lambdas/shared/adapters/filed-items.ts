import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type DirectoryItem, personItems } from '../../../../domain/directory/items.ts';

/** Everything in the table that finds this person, in the order in which it would be written. */
export async function filedItems(client: DynamoDBDocumentClient, personId: string): Promise<DirectoryItem[]> {
  const items: DirectoryItem[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: 'Directory', ExclusiveStartKey, ConsistentRead: true }),
    );
    items.push(...((page.Items ?? []) as DirectoryItem[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  const profile = items.find(({ pk, person }) => pk === `person#${personId}` && person);
  const order = profile?.person ? personItems(profile.person, 'US').items.map(({ pk, sk }) => `${pk} ${sk}`) : [];
  return items
    .filter(({ pk, person }) => person?.id === personId && !pk.startsWith('person#'))
    .sort((a, b) => order.indexOf(`${a.pk} ${a.sk}`) - order.indexOf(`${b.pk} ${b.sk}`));
}
