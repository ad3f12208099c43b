import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type DirectoryItem, personItems } from '../../../domain/directory/items.ts';
import { type Key, profileKey } from '../../../domain/directory/keys.ts';
import { mergePeople } from '../../../domain/directory/merge.ts';
import type { Person } from '../../../domain/directory/types.ts';
import type { People } from '../ports.ts';
import { moveRequests } from './move-requests.ts';
import { searchPeople } from './search-people.ts';
import { isCancelled, pause } from './transaction.ts';

/** A transaction that met another one is tried again; each attempt reads anew. */
const attempts = 5;

/**
 * People in their table, written with everything that finds them. Needs `dynamodb:GetItem`, `Query`, `PutItem`,
 * `UpdateItem` and `DeleteItem`, which are also what its transactions are checked for.
 *
 * @param defaultRegion Country in which numbers without country code are read when the person names none.
 */
export function peopleOn(client: DynamoDBDocumentClient, TableName: string, defaultRegion: string): People {
  async function read(id: string): Promise<Stored | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: profileKey(id), ConsistentRead: true }));
    const { person, filed } = (Item ?? {}) as DirectoryItem;
    return person && { person, filed };
  }

  /** Puts all items of a person as it shall be and deletes those that it no longer has. */
  function replacing({ person: before, filed }: Stored, after: Person) {
    const [profile, ...items] = personItems(after, defaultRegion).items;
    const kept = new Set(items.map(keyText));
    const obsolete = keysOf(
      filed ??
        personItems(before, defaultRegion)
          .items.slice(1)
          .map(({ pk, sk }) => [pk, sk]),
    );
    const unchanged = {
      ConditionExpression: '#person.version = :version',
      ExpressionAttributeNames: { '#person': 'person' },
      ExpressionAttributeValues: { ':version': before.version },
    };
    return [
      { Put: { TableName, Item: profile, ...unchanged } },
      ...items.map((Item) => ({ Put: { TableName, Item } })),
      ...obsolete.filter((key) => !kept.has(keyText(key))).map((key) => ({ Delete: { TableName, Key: { ...key } } })),
    ];
  }

  /** Runs `attempt` until it gets its transaction through or decides otherwise; `again` says that it was cancelled. */
  async function untilThrough<T>(attempt: () => Promise<T | 'again'>): Promise<T> {
    for (let tried = 0; tried < attempts; tried += 1) {
      if (tried > 0) await pause(Math.random() * 2 ** tried * 20);
      const result = await attempt();
      if (result !== 'again') return result;
    }
    throw new Error(`${attempts} times another transaction was faster`);
  }

  async function transact(TransactItems: object[]): Promise<boolean> {
    try {
      await client.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (thrown) {
      if (isCancelled(thrown)) return false;
      throw thrown;
    }
  }

  return {
    person: async (id) => (await read(id))?.person,

    async create(person) {
      const [profile, ...items] = personItems(person, defaultRegion).items;
      const unused = { ConditionExpression: 'attribute_not_exists(pk)' };
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: profile, ...unused } },
            ...items.map((Item) => ({ Put: { TableName, Item } })),
          ],
        }),
      );
      return person;
    },

    save: (person) =>
      untilThrough(async () => {
        const stored = await read(person.id);
        if (!stored) return { outcome: 'gone' };
        if (stored.person.version !== person.version) return { outcome: 'newer', newer: stored.person };
        const value = { ...person, version: person.version + 1 };
        return (await transact(replacing(stored, value))) ? { outcome: 'saved', value } : 'again';
      }),

    async merge(duplicate, into) {
      const merged = await untilThrough<Awaited<ReturnType<People['merge']>>>(async () => {
        const [from, to] = await Promise.all([read(duplicate.id), read(into.id)]);
        if (!from || !to) return { outcome: 'gone' };
        if (from.person.mergedInto === into.id) return { outcome: 'saved', value: to.person };
        if (from.person.version !== duplicate.version) return { outcome: 'newer', newer: from.person };
        if (to.person.version !== into.version) return { outcome: 'newer', newer: to.person };
        const both = mergePeople(from.person, to.person, defaultRegion);
        if (!both.ok) return { outcome: 'refused', reason: both.reason };
        const writes = [...replacing(to, both.stays), ...replacing(from, both.duplicate)];
        return (await transact(writes)) ? { outcome: 'saved', value: both.stays } : 'again';
      });
      if (merged.outcome === 'saved') await moveRequests(client, TableName, duplicate.id, into.id);
      return merged;
    },

    search: (text, of) => searchPeople(client, TableName, text, of),
  };
}

interface Stored {
  person: Person;
  /** As the profile says; absent in one that was written without. */
  filed: DirectoryItem['filed'];
}

const keysOf = (filed: [pk: string, sk: string][]): Key[] => filed.map(([pk, sk]) => ({ pk, sk }));
const keyText = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
