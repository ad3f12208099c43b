import { beforeEach, describe, expect, it } from 'vitest';
import type { AgentRecord } from '../../../domain/directory/types.ts';
import type { QuickConnect, QuickConnects } from '../../../lambdas/shared/quick-connects.ts';
import { type Ports, syncAgents } from '../../../lambdas/sync-agents/sync-agents.ts';

const agent = (username: string): AgentRecord => ({
  arn: `arn:agent/${username}`,
  username,
  name: `Agent ${username}`,
  role: 'agent',
});
const place = { instance: 'arn:instance', flowArn: 'arn:flow', queueArns: ['arn:queue'] };

/** Connect and the directory as far as a run of the copy sees them, one for all runs. */
function aDesk(usernames: string[]) {
  const users = new Map(usernames.map((name) => [name, agent(name)]));
  const made = new Map<string, QuickConnect>();
  const stored = new Map<string, AgentRecord>();
  const quickConnects: QuickConnects = {
    all: async () => [...made.values()],
    create: async ({ name, ...ours }) => {
      if ([...made.values()].some((one) => one.name === name)) return { refused: 'name-taken' };
      const arn = `arn:quick-connect/${made.size}`;
      made.set(arn, { arn, name, ours });
      return { arn };
    },
    change: async () => undefined,
    remove: async (arn) => void made.delete(arn),
  };
  const ports: Ports = {
    instance: { agents: async () => [...users.values()], queues: async () => [] },
    quickConnects,
    links: { connect: async () => undefined },
    directory: {
      byArn: async ({ agents }) => ({ agents: agents.flatMap((arn) => stored.get(arn) ?? []), queues: [] }),
      agents: async () => [...stored.values()].map((one) => ({ agent: one })),
      putAgent: async (one) => void stored.set(one.arn, one),
      putQueue: async () => undefined,
      forgetAgent: async ({ arn }) => void stored.delete(arn),
    },
  };
  return { users, made, stored, ports };
}

describe('a copy of agents', () => {
  let desk: ReturnType<typeof aDesk>;
  const run = (ports: Partial<Ports> = {}) => syncAgents({ ...desk.ports, ...ports }, place);
  const shown = () => [...desk.stored.values()].map(({ username, quickConnectArn }) => [username, quickConnectArn]);

  beforeEach(() => {
    desk = aDesk(['ned', 'beth']);
  });

  it('tells the quick connect that each agent has', async () => {
    expect(await run()).toMatchObject({ quickConnects: { created: 2 }, failed: [] });
    expect(shown()).toEqual([
      ['ned', 'arn:quick-connect/0'],
      ['beth', 'arn:quick-connect/1'],
    ]);
    expect(await run()).toMatchObject({ copied: { written: 0 }, quickConnects: { created: 0 } });
  });

  it('knows all agents also when the quick connect of one cannot be made', async () => {
    const create: QuickConnects['create'] = async (wanted) => {
      if (wanted.description === 'ned') throw new Error('InvalidParameterException');
      return desk.ports.quickConnects.create(wanted);
    };
    const { failed } = await run({ quickConnects: { ...desk.ports.quickConnects, create } });
    expect(failed).toMatchObject([{ of: 'ned' }]);
    expect(shown()).toEqual([
      ['ned', undefined],
      ['beth', 'arn:quick-connect/0'],
    ]);
  });

  it('knows all agents before it faults because quick connects cannot be read', async () => {
    const all = async () => {
      throw new Error('AccessDeniedException');
    };
    const quickConnects = { ...desk.ports.quickConnects, all };
    await expect(run({ quickConnects })).rejects.toThrow('AccessDenied');
    expect(shown()).toHaveLength(2);
  });

  it('takes away nothing of what another run has done meanwhile', async () => {
    await run();
    const behind = run({
      instance: {
        agents: async () => {
          const users = [...desk.users.values()];
          desk.users.set('omar', agent('omar'));
          await run();
          return users;
        },
        queues: async () => [],
      },
    });
    await behind;
    expect(shown()).toContainEqual(['omar', 'arn:quick-connect/2']);
    expect([...desk.made.keys()]).toContain('arn:quick-connect/2');
  });

  it('keeps the quick connect that another run has made for an agent meanwhile', async () => {
    const all = async () => {
      const found = await desk.ports.quickConnects.all();
      await run();
      return found;
    };
    await run({ quickConnects: { ...desk.ports.quickConnects, all } });
    expect(shown()).toEqual([
      ['ned', 'arn:quick-connect/0'],
      ['beth', 'arn:quick-connect/1'],
    ]);
  });

  it('offers nobody who has left', async () => {
    await run();
    desk.users.delete('ned');
    await run();
    expect(shown()).toEqual([['beth', 'arn:quick-connect/1']]);
    expect(desk.made.size).toBe(1);
  });
});
