import { BatchGetCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type DirectoryItem, queueItems } from '../../../domain/directory/items.ts';
import { agentKey, type Key, personPartition, queueKey, sections } from '../../../domain/directory/keys.ts';
import type { ServiceRequest } from '../../../domain/directory/types.ts';
import { fromNext, toNext } from '../page.ts';
import type { Directory } from '../ports.ts';
import { agentsOn } from './agents.ts';
import { requestsOn } from './requests.ts';

const pageLength = 50;
const mostKeys = 100;
/** Sorts after every sort key of a person's partition. */
const end = '~';

export function directoryOn(client: DynamoDBDocumentClient, TableName: string): Directory {
  return {
    async personWithRequests(id, next) {
      const pk = personPartition(id);
      const after = next === undefined ? undefined : { pk, sk: fromNext(next, isPreviousKey) };
      const [first, later] = await Promise.all([
        readPerson(client, TableName, pk, after !== undefined),
        after && query(client, TableName, pk, end, after),
      ]);
      const person = first.items.find((item) => item.person)?.person;
      if (!person) return undefined;
      const page = later ?? first;
      const previous = requestsIn(page.items, sections.previous);
      return {
        person,
        open: requestsIn(first.items, sections.open),
        previous: { items: previous, next: page.last && toNext(page.last.sk) },
      };
    },

    ...requestsOn(client, TableName),

    async byArn(arns) {
      const keys = [...new Set(arns.agents)].map(agentKey).concat([...new Set(arns.queues)].map(queueKey));
      const items: DirectoryItem[] = [];
      for (let at = 0; at < keys.length; at += mostKeys) {
        items.push(...(await batchGet(client, TableName, keys.slice(at, at + mostKeys))));
      }
      return {
        agents: items.flatMap((item) => item.agent ?? []),
        queues: items.flatMap((item) => item.queue ?? []),
      };
    },

    ...agentsOn(client, TableName),

    async putQueue(queue) {
      for (const Item of queueItems(queue)) await client.send(new PutCommand({ TableName, Item }));
    },
  };
}

interface Read {
  items: DirectoryItem[];
  /** Where the query stopped before the partition's end. */
  last?: Key;
}

/** Profile, all open requests and, unless `openOnly`, the first previous ones; a second query only after 50 open ones. */
async function readPerson(
  client: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
  openOnly: boolean,
): Promise<Read> {
  const items: DirectoryItem[] = [];
  let last: Key | undefined;
  do {
    const page = await query(client, TableName, pk, openOnly ? sections.previous : end, last);
    items.push(...page.items);
    last = page.last;
  } while (last && !last.sk.startsWith(sections.previous));
  return { items, last };
}

async function query(
  client: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
  before: string,
  after: Key | undefined,
): Promise<Read> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': pk, ':before': before },
      ExclusiveStartKey: after,
      // An agent who has just opened a request must see it in the list.
      ConsistentRead: true,
      Limit: pageLength + 1,
    }),
  );
  return { items: Items as DirectoryItem[], last: LastEvaluatedKey as Key | undefined };
}

const requestsIn = (items: DirectoryItem[], section: string): ServiceRequest[] =>
  items.filter((item) => item.sk.startsWith(section)).flatMap((item) => item.request ?? []);

const isPreviousKey = (position: unknown): position is string =>
  typeof position === 'string' && position.startsWith(sections.previous) && position.length < 200;

async function batchGet(client: DynamoDBDocumentClient, TableName: string, keys: Key[]): Promise<DirectoryItem[]> {
  const items: DirectoryItem[] = [];
  let wanted: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let attempt = 0; wanted.length > 0; attempt += 1) {
    if (attempt === 5) throw new Error(`${TableName} left ${wanted.length} of ${keys.length} keys unread five times`);
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));
    const answer = await client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: wanted } } }));
    items.push(...((answer.Responses?.[TableName] ?? []) as DirectoryItem[]));
    wanted = answer.UnprocessedKeys?.[TableName]?.Keys ?? [];
  }
  return items;
}
