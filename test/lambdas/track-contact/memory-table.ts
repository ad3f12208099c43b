import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { type Item, summaryKey } from '../../../domain/interaction/items.ts';

/**
 * A table in memory behind the SDK's client, for the two operations that tracking needs. `pass` is awaited wherever the
 * real table could let another request go first, also in the middle of a query: a query is no snapshot.
 */
export function memoryTable(pass: (what: string) => Promise<unknown> = async () => undefined) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
  const items = new Map<string, Item>();
  const address = (item: { pk: string; sk: string }) => `${item.pk} ${item.sk}`;

  const mock = mockClient(client);
  mock.on(PutCommand).callsFake(async ({ Item: item, ExpressionAttributeValues: values }) => {
    await pass(`put ${item.sk}`);
    const stored = items.get(address(item));
    if (stored && !(values && Number(stored.facts) <= values[':facts'])) {
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    }
    items.set(address(item), item);
    await pass(`answer to put ${item.sk}`);
    return {};
  });
  mock.on(QueryCommand).callsFake(async ({ ExpressionAttributeValues: values }) => {
    const found: Item[] = [];
    let after = '';
    for (;;) {
      await pass(`read after ${after}`);
      const next = [...items.values()]
        .filter(
          ({ pk, sk }) => pk === values[':pk'] && sk > after && sk >= values[':facts'] && sk <= values[':summary'],
        )
        .sort((a, b) => (a.sk < b.sk ? -1 : 1))
        .at(0);
      if (!next) return { Items: found };
      found.push(next);
      after = next.sk;
    }
  });

  return {
    client,
    mock,
    summary: (pk: string) => items.get(address({ pk, sk: summaryKey })),
    facts: (pk: string) => [...items.values()].filter((item) => item.pk === pk && item.sk !== summaryKey),
  };
}
