import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Permit, permitLasts } from '../../../domain/calling/permit.ts';
import type { ContactFact, PermitFact } from '../../../domain/interaction/facts.ts';
import { callsOutOn } from '../../../lambdas/shared/adapters/calls-out.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import type { CallsOut } from '../../../lambdas/shared/calls-out.ts';
import type { Interactions } from '../../../lambdas/shared/ports.ts';
import { trackContact } from '../../../lambdas/track-contact/track-contact.ts';
import { at, contactFact, reasonFact } from '../../domain/interaction/calls.ts';
import { interactionsDatabase, measured } from './database.ts';

let database: Awaited<ReturnType<typeof interactionsDatabase>>;
let interactions: Interactions;
let callsOut: CallsOut;
let violations: PermitFact[] = [];
beforeAll(async () => {
  database = await interactionsDatabase();
  interactions = interactionsOnDynamoDb(database.client, database.TableName);
  callsOut = callsOutOn(database.client, database.TableName);
});
afterAll(() => database.stop());
beforeEach(() => {
  violations = [];
});

const ports = (over: Partial<{ interactions: Interactions; callsOut: CallsOut }> = {}) => ({
  interactions,
  callsOut,
  onViolation: (fact: PermitFact) => violations.push(fact),
  contacts: async () => ({ reasonOf: async (fact: ContactFact) => ({ known: true as const, fact: reason(fact) }) }),
  ...over,
});
const reason = ({ contactId, interactionId }: ContactFact) => ({
  ...reasonFact('TELECOM_BUSY', 62, contactId),
  interactionId,
});

/** Ned's call out to Amy, each story with an agent of its own, since permits are the agent's. */
function aCallOut(agent: string, started = 0, more: { reached?: number } = { reached: started + 9 }) {
  const id = randomUUID();
  const it = { id, method: 'OUTBOUND', agent, started };
  const connected = { ...it, answered: started + 1 };
  const ended = { ...connected, ...more, ended: started + 60 };
  const events = [
    contactFact('INITIATED', started, it),
    contactFact('CONNECTED_TO_AGENT', started + 1, connected),
    contactFact('DISCONNECTED', started + 60, ended),
    contactFact('COMPLETED', started + 90, { ...ended, wrapUp: [started + 60, started + 90] }),
  ];
  return { id, events };
}

const permit = (agentArn: string, seconds: number, more: Partial<Permit> = {}): Permit => ({
  id: randomUUID(),
  agentArn,
  number: '+12125550123',
  by: 'ned',
  at: at(seconds),
  until: new Date(Date.parse(at(seconds)) + permitLasts).toISOString(),
  outcome: 'one-person',
  personId: 'amy',
  personName: 'Amy Lindqvist',
  ...more,
});

async function tell(events: ContactFact[]): Promise<void> {
  for (const event of events) await trackContact(event, ports());
}
const recordOf = async (id: string) => (await interactions.read(id))?.interaction;

describe('a call out', () => {
  it('that was permitted is on record so, with the person among whose calls it lies', async () => {
    const agent = randomUUID();
    const person = randomUUID();
    await callsOut.permit(permit(agent, -2, { personId: person }));
    const { id, events } = aCallOut(agent);
    await tell(events);
    expect(await recordOf(id)).toMatchObject({
      permit: { kind: 'permitted', by: 'ned' },
      caller: { outcome: 'one-person', personId: person },
      outcome: 'Answered',
    });
    expect((await interactions.list('byPerson', person)).items.map((one) => one.id)).toEqual([id]);
    expect(violations).toEqual([]);
  });

  it('that a supervisor forced names the reason', async () => {
    const agent = randomUUID();
    const override = { refusal: 'do-not-call' as const, reason: 'She asked for it' };
    await callsOut.permit(permit(agent, -2, { by: 'sue', override }));
    const { id, events } = aCallOut(agent);
    await tell(events);
    expect((await recordOf(id))?.permit).toEqual({ kind: 'overridden', by: 'sue', ...override });
  });

  it.each<[string, (agent: string) => Permit[]]>([
    ['nobody asked for', () => []],
    ['another number was asked for', (agent) => [permit(agent, -2, { number: '+12125550199' })]],
    ['somebody else was given leave for', () => [permit(randomUUID(), -2)]],
    ['was asked for too long before', (agent) => [permit(agent, -200)]],
    ['was asked for afterwards', (agent) => [permit(agent, 20)]],
  ])('that %s is a violation, told once', async (_how, permits) => {
    const agent = randomUUID();
    for (const one of permits(agent)) await callsOut.permit(one);
    const { id, events } = aCallOut(agent);
    await tell([...events, ...events]);
    expect((await recordOf(id))?.permit).toEqual({ kind: 'violation', by: agent });
    expect(violations.map(({ interactionId, by }) => [interactionId, by])).toEqual([[id, agent]]);
  });

  it('that is a violation wakes somebody also when the record could not be brought up to date at once', async () => {
    const { id, events } = aCallOut(randomUUID());
    let failed = false;
    const addFact: Interactions['addFact'] = async (fact) => {
      await interactions.addFact(fact);
      if (fact.source !== 'permit' || failed) return;
      failed = true;
      throw new Error('the answer of the table was lost');
    };
    const over = ports({ interactions: { ...interactions, addFact } });
    for (const event of events) await trackContact(event, over).catch(() => trackContact(event, over));
    expect(failed).toBe(true);
    expect(violations.map(({ interactionId }) => interactionId)).toContain(id);
  });

  it('is settled by whichever event first names its agent, in any order and repeated', async () => {
    for (const order of [[3], [2, 0], [0, 3, 1, 2], [3, 2, 1, 0, 3, 2]]) {
      const agent = randomUUID();
      await callsOut.permit(permit(agent, -2));
      const { id, events } = aCallOut(agent);
      await tell(order.flatMap((index) => events[index] ?? []));
      expect((await recordOf(id))?.permit).toEqual({ kind: 'permitted', by: 'ned' });
    }
    expect(violations).toEqual([]);
  });

  it('uses its permit up: a second one within the two minutes has none', async () => {
    const agent = randomUUID();
    await callsOut.permit(permit(agent, -2));
    const [one, again] = [aCallOut(agent), aCallOut(agent, 70)];
    await tell([...one.events, ...again.events]);
    expect([(await recordOf(one.id))?.permit?.kind, (await recordOf(again.id))?.permit?.kind]).toEqual([
      'permitted',
      'violation',
    ]);
  });

  it('gets its permit back from a later one whose events came first', async () => {
    const agent = randomUUID();
    await callsOut.permit(permit(agent, -2));
    const [one, again] = [aCallOut(agent), aCallOut(agent, 70)];
    await tell(again.events);
    expect((await recordOf(again.id))?.permit?.kind).toBe('permitted');
    await tell(one.events);
    expect([(await recordOf(one.id))?.permit?.kind, (await recordOf(again.id))?.permit?.kind]).toEqual([
      'permitted',
      'violation',
    ]);
    expect(violations.map((fact) => fact.interactionId)).toEqual([again.id]);
  });

  it('is judged alike by two handlers at once', async () => {
    const agent = randomUUID();
    await callsOut.permit(permit(agent, -2));
    const [one, again] = [aCallOut(agent), aCallOut(agent, 70)];
    await Promise.all([tell(one.events), tell(again.events), tell(again.events), tell(one.events)]);
    expect([(await recordOf(one.id))?.permit?.kind, (await recordOf(again.id))?.permit?.kind]).toEqual([
      'permitted',
      'violation',
    ]);
  });

  it('that was busy says so, permit and all', async () => {
    const agent = randomUUID();
    await callsOut.permit(permit(agent, -2));
    const { id, events } = aCallOut(agent, 0, {});
    await tell(events);
    expect(await recordOf(id)).toMatchObject({ outcome: 'Busy', permit: { kind: 'permitted' } });
  });

  it('costs 17 write units and 6 read units with its permit, 5 and 2 more than one that needs none', async () => {
    const cost = async (needsPermit: boolean) => {
      const agent = randomUUID();
      const client = database.connect();
      const usage = measured(client);
      const own = {
        interactions: interactionsOnDynamoDb(client, database.TableName),
        callsOut: callsOutOn(client, database.TableName),
      };
      if (needsPermit) await own.callsOut.permit(permit(agent, -2));
      for (const event of aCallOut(agent).events) {
        await trackContact(needsPermit ? event : { ...event, method: 'API' }, ports(own));
      }
      return { reads: usage.reads, writes: usage.writes };
    };
    expect([await cost(true), await cost(false)]).toEqual([
      { reads: 6, writes: 17 },
      { reads: 4, writes: 12 },
    ]);
  });
});
