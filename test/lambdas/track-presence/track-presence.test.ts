import { GetCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presenceKey } from '../../../domain/directory/keys.ts';
import { hear } from '../../../domain/presence/hear.ts';
import type { PresenceNews } from '../../../domain/presence/types.ts';
import { directoryOn } from '../../../lambdas/shared/adapters/directory.ts';
import { presencesOn } from '../../../lambdas/shared/adapters/presences.ts';
import type { PresenceChange } from '../../../lambdas/shared/presences.ts';
import { trackPresence } from '../../../lambdas/track-presence/track-presence.ts';
import { agentEvent, at, call, instanceArn, type Told } from '../../domain/presence/agent-events.ts';
import { startTables } from '../shared/tables.ts';

const heard = (told: Told): PresenceNews => {
  const result = hear(agentEvent(told), instanceArn);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.heard;
};
const talking = [call('CONNECTED', 10, { talking: 10 })];
/** A morning: signed in, offered, talking, on hold, after-call work, free, lunch, gone. */
const morning: Told[] = [
  { second: 0, type: 'LOGIN', status: ['Available', 'ROUTABLE', 0] },
  { second: 5, status: ['Available', 'ROUTABLE', 0], contacts: [call('CONNECTING', 5)] },
  { second: 10, status: ['Available', 'ROUTABLE', 0], contacts: talking },
  { second: 20, status: ['Available', 'ROUTABLE', 0], contacts: [call('CONNECTED_ONHOLD', 20, { talking: 10 })] },
  { second: 25, type: 'HEART_BEAT', status: ['Available', 'ROUTABLE', 0], contacts: talking },
  { second: 40, status: ['Available', 'ROUTABLE', 0], contacts: [call('ENDED', 40, { talking: 10 })] },
  { second: 50, status: ['Available', 'ROUTABLE', 0] },
  { second: 55, status: ['Lunch', 'CUSTOM', 55] },
  { second: 60, type: 'LOGOUT', status: ['Lunch', 'CUSTOM', 55] },
];

describe('what is kept of an agent', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let agents = 0;
  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());

  /** An agent of whom nothing was heard; `refusals` is how many announcements the bus refuses first. */
  function anAgent({ refusals = 0 } = {}) {
    const arn = `${instanceArn}/agent/${++agents}`;
    const told: PresenceChange[] = [];
    let left = refusals;
    const ports = {
      presences: presencesOn(tables.documents, 'Directory'),
      announcements: {
        presenceChanged: async (change: PresenceChange) => {
          if (left-- > 0) throw new Error('the bus is down');
          told.push(change);
        },
      },
    };
    return {
      told,
      arn,
      hears: (event: Told) => trackPresence(heard({ ...event, agent: arn }), ports),
      item: async () => {
        const { Item } = await tables.documents.send(
          new GetCommand({ TableName: 'Directory', Key: presenceKey(arn), ConsistentRead: true }),
        );
        return Item;
      },
    };
  }

  it('is the same item after the same events, in any order and any number of times', async () => {
    const arrivals = fc
      .tuple(fc.subarray(morning, { minLength: 1 }), fc.array(fc.nat(), { maxLength: 4 }))
      .chain(([some, again]) => {
        const all = [...some, ...again.map((number) => some[number % some.length] ?? {})];
        return fc.tuple(fc.constant(some), fc.shuffledSubarray(all, { minLength: all.length }));
      });
    await fc.assert(
      fc.asyncProperty(arrivals, async ([some, arriving]) => {
        const [inOrder, shuffled] = [anAgent(), anAgent()];
        for (const event of some) await inOrder.hears(event);
        for (const event of arriving) await shuffled.hears(event);
        const { pk: _, sk: __, ...kept } = (await shuffled.item()) ?? {};
        const expected = (await inOrder.item())?.heard;
        expect(kept).toEqual({ heard: { ...expected, agentArn: shuffled.arn } });
        // Whatever was told on the way, it ends with what is kept.
        expect(shuffled.told.at(-1)?.presence).toEqual(expected.presence);
      }),
      { numRuns: 60 },
    );
  });

  it('is told once for each change, with what it was before', async () => {
    const ned = anAgent();
    for (const event of morning) await ned.hears(event);
    expect(ned.told.map(({ previous, presence }) => [previous?.name, presence.name])).toEqual([
      [undefined, 'Available'],
      ['Available', 'Busy'],
      ['Busy', 'Busy'],
      ['Busy', 'AfterCallWork'],
      ['AfterCallWork', 'Available'],
      ['Available', 'Lunch'],
      ['Lunch', 'Offline'],
    ]);
    expect(ned.told[1]).toEqual({
      username: 'ned',
      agentArn: ned.arn,
      previous: { name: 'Available', type: 'available', since: at(0) },
      presence: { name: 'Busy', type: 'busy', since: at(5) },
    });
  });

  it('is what arrived later of two events of one moment', async () => {
    const ned = anAgent();
    await ned.hears({ second: 5, id: 'z' });
    await ned.hears({ second: 5, id: 'a', status: ['Lunch', 'CUSTOM', 5] });
    expect((await ned.item())?.heard.presence).toMatchObject({ name: 'Lunch' });
  });

  it('takes one read and one write for each event, and a heartbeat is not told', async () => {
    const ned = anAgent();
    const asked = await tables.asking(async () => {
      await ned.hears({ second: 0 });
      await ned.hears({ type: 'HEART_BEAT', second: 120 });
    });
    expect(asked).toEqual(['GetItem', 'PutItem', 'GetItem', 'PutItem']);
    expect((await ned.item())?.heard.heardAt).toBe(at(120));
    expect(ned.told).toHaveLength(1);
  });

  it('stays offline through the heartbeats that go on for an hour after a logout, and no longer', async () => {
    const ned = anAgent();
    const lunch: Told = { status: ['Lunch', 'CUSTOM', 55] };
    await ned.hears({ second: 60, type: 'LOGOUT', ...lunch });
    await ned.hears({ second: 180, type: 'HEART_BEAT', ...lunch });
    await ned.hears({ second: 3_600, type: 'HEART_BEAT', ...lunch });
    expect((await ned.item())?.heard).toMatchObject({
      presence: { name: 'Offline', since: at(60) },
      heardAt: at(3_600),
    });
    expect(ned.told.map(({ presence }) => presence.name)).toEqual(['Offline']);
    // Nobody heard that Ned came back; what Connect still repeats then is news.
    await ned.hears({ second: 3_900, type: 'HEART_BEAT', ...lunch });
    expect((await ned.item())?.heard.presence).toMatchObject({ name: 'Lunch' });
  });

  it('is as it is said again once the agent is back', async () => {
    const ned = anAgent();
    await ned.hears({ second: 60, type: 'LOGOUT' });
    await ned.hears({ second: 70, type: 'LOGIN', status: ['Available', 'ROUTABLE', 70] });
    await ned.hears({ second: 190, type: 'HEART_BEAT', status: ['Available', 'ROUTABLE', 70] });
    expect((await ned.item())?.heard.presence).toMatchObject({ name: 'Available' });
  });

  it('is not told again by an event that comes again', async () => {
    const ned = anAgent();
    for (const second of [0, 0, 10, 0, 10]) await ned.hears({ second, contacts: second ? talking : [] });
    expect(ned.told.map(({ presence }) => presence.name)).toEqual(['Available', 'Busy']);
  });

  it('is told when the event comes again after the bus was down', async () => {
    const ned = anAgent({ refusals: 1 });
    await expect(ned.hears({ second: 10, contacts: talking })).rejects.toThrow('the bus is down');
    await ned.hears({ second: 10, contacts: talking });
    expect(ned.told.map(({ presence }) => presence.name)).toEqual(['Busy']);
  });

  it('is told with the next event, as it is then, when the bus was down for longer', async () => {
    const ned = anAgent({ refusals: 1 });
    await expect(ned.hears({ second: 0 })).rejects.toThrow('the bus is down');
    await ned.hears({ second: 10, contacts: talking });
    expect(await ned.hears({ second: 0 })).toBe('out-of-date');
    expect(ned.told).toEqual([
      { username: 'ned', agentArn: ned.arn, presence: { name: 'Busy', type: 'busy', since: at(10) } },
    ]);
  });

  it('is read with all agents in one query, and without who is not listed', async () => {
    const directory = directoryOn(tables.documents, 'Directory');
    const [ned, beth, stranger] = [anAgent(), anAgent(), anAgent()];
    for (const { arn, username } of [
      { arn: ned.arn, username: 'ned-list' },
      { arn: beth.arn, username: 'beth-list' },
    ]) {
      await directory.putAgent({ arn, username, name: username, role: 'agent' });
    }
    await ned.hears({ second: 10, contacts: talking });
    await stranger.hears({ second: 0 });
    const read: Awaited<ReturnType<typeof directory.agents>> = [];
    expect(await tables.asking(async () => read.push(...(await directory.agents())))).toEqual(['Query']);
    expect(read.map(({ agent, heard: last }) => [agent.username, last?.presence.name]).sort()).toEqual([
      ['beth-list', undefined],
      ['ned-list', 'Busy'],
    ]);

    await directory.forgetAgent({ arn: ned.arn, username: 'ned-list', name: '', role: 'agent' });
    expect((await directory.agents()).map(({ agent }) => agent.username)).toEqual(['beth-list']);
    expect(await ned.item()).toBeUndefined();
    expect(await directory.agentByUsername('ned-list')).toBeUndefined();
    // The calls that Ned took still show the name.
    expect((await directory.byArn({ agents: [ned.arn], queues: [] })).agents).toHaveLength(1);
  });
});
