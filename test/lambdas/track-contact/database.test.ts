import { randomUUID } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dial } from '../../../domain/calling/permit.ts';
import { type Fact, isContactFact } from '../../../domain/interaction/facts.ts';
import { summaryItem, summaryKey } from '../../../domain/interaction/items.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { UnknownPage } from '../../../lambdas/shared/page.ts';
import type { Interactions } from '../../../lambdas/shared/ports.ts';
import { trackContact } from '../../../lambdas/track-contact/track-contact.ts';
import { agents, at, callerFact, calls, first, permitFor } from '../../domain/interaction/calls.ts';
import { interactionsDatabase, measured } from './database.ts';

let database: Awaited<ReturnType<typeof interactionsDatabase>>;
let interactions: Interactions;
beforeAll(async () => {
  database = await interactionsDatabase();
  interactions = interactionsOnDynamoDb(database.client, database.TableName);
});
afterAll(() => database.stop());

/** The same facts about another conversation, so that tests share a table. */
function renamed(facts: readonly Fact[], id: string = randomUUID()): Fact[] {
  const other = (contactId: string) => (contactId === first ? id : `${id}-2`);
  return facts.map((fact) => ({
    ...fact,
    interactionId: id,
    contactId: other(fact.contactId),
    ...('previousContactId' in fact && fact.previousContactId && { previousContactId: other(fact.previousContactId) }),
  }));
}

async function tell(facts: readonly Fact[]): Promise<string> {
  for (const fact of facts) await interactions.addFact(fact);
  const id = facts[0]?.interactionId ?? '';
  await interactions.refresh(id);
  return id;
}

const beside = () => ({
  contacts: () => Promise.reject(new Error('nobody asks')),
  // Every call out has its permit; the handlers' own tests tell of those that have none.
  callsOut: {
    permit: async () => undefined,
    dialled: async () => undefined,
    around: async (dial: Dial) => ({ dials: [dial], permits: [permitFor(dial)] }),
  },
  onViolation: () => undefined,
});

describe('an interaction in the table', () => {
  it.each(Object.entries(calls).map(([name, facts]): [string, Fact[]] => [name, facts]))(
    'reads as its facts say: %s',
    async (_name, facts) => {
      const its = renamed(facts);
      const id = await tell(its);
      expect((await interactions.read(id))?.interaction).toEqual(summarise(its));
    },
  );

  it('is not there before its first fact', async () => {
    expect(await interactions.read(randomUUID())).toBeUndefined();
    expect(await interactions.refresh(randomUUID())).toBeUndefined();
  });

  it('is summarised anew when a newer version says otherwise of the same facts', async () => {
    const its = renamed(calls.answered);
    const id = await tell(its);
    const right = await summaryOf(id);
    await database.client.send(
      new PutCommand({ TableName: database.TableName, Item: { ...right, outcome: 'Abandoned' } }),
    );
    await interactions.refresh(id);
    expect(await summaryOf(id)).toEqual(right);
  });

  it('takes a fact twice as once', async () => {
    const its = renamed(calls.answered);
    const id = await tell([...its, ...its]);
    expect((await interactions.read(id))?.interaction).toEqual(summarise(its));
  });

  it('keeps notes beside the facts, in the order of their time', async () => {
    const id = await tell(renamed(calls.answered));
    const notes = [30, 10].map((second) => ({ id: `n${second}`, at: at(second), by: 'ned', text: 'called # back' }));
    for (const note of notes) await interactions.addNote(id, note);
    expect((await interactions.read(id))?.notes).toEqual(notes.toReversed());
  });
});

describe('two handlers at once', () => {
  it('leave the record that one alone would have left', async () => {
    for (const facts of Object.values(calls)) {
      // With a reason on every event, so that neither handler needs to ask Connect for one.
      const its = renamed(facts).map((fact) => (isContactFact(fact) ? { reason: 'OTHER', ...fact } : fact));
      const alone = summarise(its);
      const id = alone?.id ?? '';
      const shares = [its.filter((_, at) => at % 2 === 0), its.filter((_, at) => at % 2 === 1), its.toReversed()];
      await Promise.all(
        shares.map(async (share, handler) => {
          for (const [at, fact] of share.entries()) {
            await new Promise((resolve) => setTimeout(resolve, (at * 7 + handler * 3) % 5));
            if (!isContactFact(fact)) await interactions.addFact(fact);
            else await trackContact(fact, { interactions, ...beside() });
          }
        }),
      );
      expect((await interactions.read(id))?.interaction).toEqual(alone);
      expect(await summaryOf(id)).toEqual(alone && summaryItem(alone, its.length));
    }
  });

  it('leave the summary of the one that knew more, though the other stores last', async () => {
    const its = renamed(calls.answered);
    const id = await tell(its.slice(0, 1));
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = interactionsOnDynamoDb(database.connect(held), database.TableName);
    for (const fact of its.slice(0, 3)) await slow.addFact(fact);
    const refreshed = slow.refresh(id);
    await tell(its);
    letGo();
    expect(await refreshed).toEqual(summarise(its));
    expect((await summaryOf(id))?.facts).toBe(its.length);
  });
});

describe('an answered call', () => {
  it('uses at most 16 write units and, without the look-up, 5 read units', async () => {
    const { client } = database;
    const own = interactionsOnDynamoDb(client, database.TableName);
    const usage = measured(client);
    const [caller, ...events] = renamed(calls.answered);
    if (!caller) throw new Error('no first fact');
    await own.addFact(caller);
    for (const fact of events) if (isContactFact(fact)) await trackContact(fact, { interactions: own, ...beside() });
    client.middlewareStack.remove('measure');
    expect(usage.requests).toHaveLength(1 + events.length * 3);
    expect({ reads: usage.reads, writes: usage.writes }).toEqual({ reads: 5, writes: 16 });
  });
});

describe('a list of interactions', () => {
  const person = `p-${randomUUID()}`;
  const day = '2031-05-06';
  const started = (minute: number) => `${day}T10:${String(minute).padStart(2, '0')}:00.000Z`;

  it('holds those of a person, newest first, with all but the legs', async () => {
    const older = await tell([onlyCaller({ personId: person, at: started(1) })]);
    const newer = await tell([onlyCaller({ personId: person, at: started(2) })]);
    const { items, next } = await interactions.list('byPerson', person);
    expect(items.map(({ id }) => id)).toEqual([newer, older]);
    expect(items[0]).toEqual({ ...(await interactions.read(newer))?.interaction, legs: undefined });
    expect(next).toBeUndefined();
  });

  it('holds those of an agent', async () => {
    const id = await tell(renamed(calls['missed by one agent, answered by another']));
    expect((await interactions.list('byAgent', agents.beth)).items.map((one) => one.id)).toContain(id);
  });

  it('holds the open ones only while they are open', async () => {
    const its = renamed(calls.answered);
    const id = await tell(its.slice(0, 3));
    const open = async () => (await all('open', 'open')).includes(id);
    expect(await open()).toBe(true);
    await tell(its);
    expect(await open()).toBe(false);
  });

  it('comes page by page, each row once', async () => {
    const ids = [];
    for (let minute = 0; minute < 55; minute++)
      ids.push(await tell([onlyCaller({ at: `2032-01-02T10:${String(minute).padStart(2, '0')}:00.000Z` })]));
    expect((await interactions.list('byDay', '2032-01-02')).items).toHaveLength(25);
    expect(await all('byDay', '2032-01-02')).toEqual(ids.toReversed());
  });

  it.each(['', 'x', '%%%', 'bnVsbA', 'e30', 'W10', Buffer.from('{"pk":{},"sk":1}').toString('base64url')])(
    'refuses the page %j that it did not hand out',
    async (next) => {
      await expect(interactions.list('byDay', '2032-01-02', next)).rejects.toBeInstanceOf(UnknownPage);
    },
  );

  it('refuses the page of another list', async () => {
    const { next } = await interactions.list('byDay', '2032-01-02');
    await expect(interactions.list('byDay', '2032-01-03', next)).rejects.toBeInstanceOf(UnknownPage);
    await expect(interactions.list('byPerson', '2032-01-02', next)).rejects.toBeInstanceOf(UnknownPage);
  });
});

function onlyCaller(said: Parameters<typeof callerFact>[0]): Fact {
  const id = randomUUID();
  return callerFact({ interactionId: id, contactId: id, ...said });
}

async function all(...[index, key]: [Parameters<Interactions['list']>[0], string]): Promise<string[]> {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await interactions.list(index, key, next);
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next);
  return ids;
}

async function summaryOf(id: string) {
  const Key = { pk: id, sk: summaryKey };
  return (await database.client.send(new GetCommand({ TableName: database.TableName, Key }))).Item;
}
