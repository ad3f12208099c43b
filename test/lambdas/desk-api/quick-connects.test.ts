import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentItems } from '../../../domain/directory/items.ts';
import { presenceKey } from '../../../domain/directory/keys.ts';
import type { AgentRecord } from '../../../domain/directory/types.ts';
import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import { recent } from '../../../lambdas/shared/recent.ts';
import { startTables } from '../shared/tables.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

const agent = (username: string, name: string, quickConnectArn?: string): AgentRecord => ({
  arn: `arn:agent:${username}`,
  username,
  name,
  role: 'agent',
  ...(quickConnectArn && { quickConnectArn }),
});
const presence = (name: string, type: string) => ({ name, type, since: '2026-11-20T09:50:00.000Z' });
const heard = (username: string, at: string, is: object) => {
  const agentArn = `arn:agent:${username}`;
  return { ...presenceKey(agentArn), heard: { agentArn, username, presence: is, heardAt: at } };
};
const transfers = [
  { arn: 'qc:desk', name: 'Service desk', queue: 'q:desk' },
  { arn: 'qc:billing', name: 'Billing', queue: 'q:billing' },
];
const figures = { waiting: 2, longestWaitSeconds: 31, available: 1 };

describe('GET /api/quick-connects', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let troubles: string[];
  beforeAll(async () => {
    tables = await startTables();
    await tables.put([
      ...[agent('ned', 'Ned Marsh', 'qc:ned'), agent('sue', 'Sue Tanaka', 'qc:sue')].flatMap(agentItems),
      ...[agent('beth', 'Beth Alvarez', 'qc:beth'), agent('new', 'Not Offered')].flatMap(agentItems),
      heard('beth', '2026-11-20T09:59:00.000Z', presence('Busy', 'busy')),
      heard('sue', '2026-11-20T09:54:00.000Z', presence('Available', 'available')),
    ]);
  });
  afterAll(() => tables.stop());
  beforeEach(() => {
    troubles = [];
  });

  async function ask(over: Partial<Desk> = {}, claims?: Record<string, string>) {
    const desk = aDesk(tables, {
      clock: { now: () => new Date('2026-11-20T10:00:00.000Z') },
      queueTransfers: transfers,
      liveQueues: async () => ({ asOf: '2026-11-20T09:59:58.000Z', byQueue: new Map([['q:desk', figures]]) }),
      onTrouble: (message) => troubles.push(message),
      ...over,
    });
    const event = anEvent('GET /api/quick-connects', claims ? { claims } : {});
    const result = await answer(event, routes(desk), 'cognito:groups', (fault) => {
      throw fault;
    });
    return { status: result.statusCode, body: JSON.parse(result.body ?? '') };
  }

  it('names agents by name, with the presence that is to be believed, but not who asks', async () => {
    expect((await ask()).body.agents).toEqual([
      { arn: 'qc:beth', name: 'Beth Alvarez', username: 'beth', presence: presence('Busy', 'busy') },
      // Nothing was heard of Sue for six minutes.
      {
        arn: 'qc:sue',
        name: 'Sue Tanaka',
        username: 'sue',
        presence: { name: 'Offline', type: 'offline', since: '2026-11-20T09:54:00.000Z' },
      },
    ]);
  });

  it('knows who asks in whatever case they signed in', async () => {
    const { body } = await ask({}, { username: 'BETH', 'cognito:groups': '[agent]' });
    expect(body.agents.map(({ username }: { username: string }) => username)).toEqual(['ned', 'sue']);
  });

  it('tells how it is in the queues; of a queue that Connect leaves out there is nobody to tell', async () => {
    const { body } = await ask();
    expect(body.queues).toEqual([
      { arn: 'qc:billing', name: 'Billing', waiting: 0, longestWaitSeconds: 0, available: 0 },
      { arn: 'qc:desk', name: 'Service desk', ...figures },
    ]);
    expect(body.asOf).toBe('2026-11-20T09:59:58.000Z');
  });

  it('offers the queues without figures when Connect refuses, and says so in the log', async () => {
    const { status, body } = await ask({ liveQueues: () => Promise.reject(new Error('throttled')) });
    expect([status, body.queues]).toEqual([
      200,
      [
        { arn: 'qc:billing', name: 'Billing' },
        { arn: 'qc:desk', name: 'Service desk' },
      ],
    ]);
    expect(body).not.toHaveProperty('asOf');
    expect(body.agents).toHaveLength(2);
    expect(troubles).toEqual(['queues are shown without figures']);
  });

  it('reads the directory once', async () => {
    expect(await tables.asking(() => ask())).toEqual(['Query']);
  });

  it('is for agents', async () => {
    const { status, body } = await ask({}, { username: 'ada', 'cognito:groups': '[admin]' });
    expect([status, body.error]).toEqual([403, 'forbidden']);
  });
});

describe('a recent answer', () => {
  it('is asked for once in the time, also while it is awaited, and refused as often', async () => {
    let now = 0;
    let asked = 0;
    const ask = recent(
      4_000,
      async () => {
        asked += 1;
        if (asked === 2) throw new Error('refused');
        return asked;
      },
      () => now,
    );
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    now = 3_999;
    expect(await ask()).toBe(1);
    now = 4_000;
    await expect(ask()).rejects.toThrow('refused');
    await expect(ask()).rejects.toThrow('refused');
    now = 8_000;
    expect(await ask()).toBe(3);
  });
});
