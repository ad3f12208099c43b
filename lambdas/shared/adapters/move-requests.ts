import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryItem } from '../../../domain/directory/items.ts';
import { personPartition, requestKey, sections } from '../../../domain/directory/keys.ts';
import { isCancelled, pause } from './transaction.ts';

/** Three writes for each request; a transaction takes a hundred. */
const chunk = 30;
const attempts = 8;

/**
 * Moves all requests of a person to another, each whole or not at all. What a stopped run leaves behind the next one
 * moves. A request that somebody edits meanwhile is read anew, so that no edit is lost.
 */
export async function moveRequests(
  client: DynamoDBDocumentClient,
  TableName: string,
  from: string,
  to: string,
): Promise<void> {
  for (let failed = 0; ; ) {
    const rows = await rowsOf(client, TableName, from);
    if (rows.length === 0) return;
    if (await moved(client, TableName, rows, to)) failed = 0;
    else {
      failed += 1;
      if (failed === attempts) throw new Error(`the requests of ${from} could not be moved: ${attempts} times refused`);
      await pause(Math.random() * 2 ** failed * 10);
    }
  }
}

async function rowsOf(client: DynamoDBDocumentClient, TableName: string, personId: string): Promise<DirectoryItem[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :open AND :end',
      ExpressionAttributeValues: { ':pk': personPartition(personId), ':open': sections.open, ':end': '2$' },
      ConsistentRead: true,
      Limit: chunk,
    }),
  );
  return Items as DirectoryItem[];
}

async function moved(client: DynamoDBDocumentClient, TableName: string, rows: DirectoryItem[], to: string) {
  const TransactItems = rows.flatMap(({ pk, sk, request }) => {
    if (!request) throw new Error(`${pk} ${sk} holds no request`);
    const names = { ExpressionAttributeNames: { '#request': 'request' } };
    const asRead = {
      ...names,
      ConditionExpression: '#request.updatedAt = :read',
      ExpressionAttributeValues: { ':read': request.updatedAt },
    };
    return [
      { Delete: { TableName, Key: { pk, sk }, ...asRead } },
      { Put: { TableName, Item: { pk: personPartition(to), sk, request: { ...request, personId: to } } } },
      {
        Update: {
          TableName,
          Key: { ...requestKey(request.number) },
          ...names,
          UpdateExpression: 'SET #request.personId = :to',
          ConditionExpression: '#request.personId = :from',
          ExpressionAttributeValues: { ':to': to, ':from': request.personId },
        },
      },
    ];
  });
  try {
    await client.send(new TransactWriteCommand({ TransactItems }));
    return true;
  } catch (thrown) {
    if (isCancelled(thrown)) return false;
    throw thrown;
  }
}
