import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { type DirectoryItem, requestItems, requestNoteItem } from '../../../domain/directory/items.ts';
import { profileKey, requestKey } from '../../../domain/directory/keys.ts';
import { nobody } from '../../../domain/directory/nobody.ts';
import type { ServiceRequest } from '../../../domain/directory/types.ts';
import type { Directory } from '../ports.ts';

type Requests = Pick<Directory, 'request' | 'requestWithNotes' | 'addRequest' | 'saveRequest' | 'addRequestNote'>;

const mostNotes = 100;

/** Requests in the table `Directory`: the whole under its number, a row under its person, notes beside the whole. */
export function requestsOn(client: DynamoDBDocumentClient, TableName: string): Requests {
  const put = (Item: DirectoryItem) => ({ Put: { TableName, Item } });

  /** A duplicate's requests are moved once; one that came later would stay behind. */
  const stands = (personId: string) => ({
    ConditionCheck: {
      TableName,
      Key: profileKey(personId),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#person.mergedInto)',
      ExpressionAttributeNames: { '#person': 'person' },
    },
  });

  async function request(number: string): Promise<ServiceRequest | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: requestKey(number), ConsistentRead: true }));
    return (Item as DirectoryItem | undefined)?.request;
  }

  return {
    request,

    async requestWithNotes(number) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': requestKey(number).pk },
          // Backwards: the request comes first, then its latest notes.
          ScanIndexForward: false,
          Limit: mostNotes + 1,
          ConsistentRead: true,
        }),
      );
      const items = Items as DirectoryItem[];
      const found = items.find((item) => item.request)?.request;
      return found && { request: found, notes: items.flatMap((item) => item.note ?? []).reverse() };
    },

    async addRequest(request) {
      const [whole, ...rows] = requestItems(request);
      const first = { Put: { TableName, Item: whole, ConditionExpression: 'attribute_not_exists(pk)' } };
      const ofPerson = rows.length > 0 ? [...rows.map(put), stands(request.personId)] : [];
      const refused = await transact(client, [first, ...ofPerson]);
      if (!refused) return 'added';
      if (refused[2] === 'ConditionalCheckFailed') return 'no-such-person';
      return refused[0] === 'ConditionalCheckFailed' ? 'number-taken' : 'busy';
    },

    async saveRequest(before, after) {
      const [whole, ...rows] = requestItems(after);
      const kept = new Set(rows.map(({ sk }) => sk));
      const moved = before.personId !== after.personId;
      const asRead = {
        ConditionExpression: '#request.updatedAt = :at AND #request.personId = :person',
        ExpressionAttributeNames: { '#request': 'request' },
        ExpressionAttributeValues: { ':at': before.updatedAt, ':person': before.personId },
      };
      const obsolete = requestItems(before)
        .slice(1)
        .filter(({ sk }) => moved || !kept.has(sk));
      const refused = await transact(client, [
        { Put: { TableName, Item: whole, ...asRead } },
        ...(moved && after.personId !== nobody ? [stands(after.personId)] : []),
        ...rows.map(put),
        ...obsolete.map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk, sk } } })),
      ]);
      if (!refused) return { outcome: 'saved', value: after };
      if (moved && refused[0] === 'None' && refused[1] === 'ConditionalCheckFailed')
        return { outcome: 'no-such-person' };
      const newer = await request(before.number);
      return newer ? { outcome: 'newer', newer } : { outcome: 'gone' };
    },

    async addRequestNote(number, note) {
      await client.send(new PutCommand({ TableName, Item: requestNoteItem(number, note) }));
    },
  };
}

/** Undefined when all was written; else why nothing was, in the order of the writes. */
async function transact(client: DynamoDBDocumentClient, TransactItems: object[]): Promise<string[] | undefined> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems }));
    return undefined;
  } catch (thrown) {
    const reasons = (thrown as { CancellationReasons?: { Code?: string }[] }).CancellationReasons;
    const codes = reasons?.map(({ Code = 'None' }) => Code) ?? [];
    const foreseen = codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict');
    if (thrown instanceof Error && thrown.name === 'TransactionCanceledException' && foreseen) return codes;
    throw thrown;
  }
}
