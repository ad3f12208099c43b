import {
  ConnectClient,
  ListQueuesCommand,
  ListSecurityProfilesCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgentRecord, QueueRecord } from '../../../domain/directory/types.ts';
import { instanceOn } from '../../../lambdas/shared/adapters/connect.ts';
import { agentRole } from '../../../lambdas/shared/agent-role.ts';
import { copyAgents } from '../../../lambdas/sync-agents/copy.ts';

const instanceArn = 'arn:aws:connect:eu-west-1:123456789012:instance/i-1';
const ned: AgentRecord = {
  arn: `${instanceArn}/agent/u-1`,
  username: 'ned',
  name: 'Ned Marsh',
  role: 'agent',
  routingProfileArn: `${instanceArn}/routing-profile/r-1`,
};
const desk: QueueRecord = { arn: `${instanceArn}/queue/q-1`, name: 'Service desk' };

describe('agents and queues of an instance', () => {
  const connect = mockClient(ConnectClient);
  afterAll(() => connect.restore());
  let turns: number;
  const instance = () =>
    instanceOn(new ConnectClient({ region: 'eu-west-1' }), instanceArn, async () => {
      turns += 1;
    });

  beforeEach(() => {
    turns = 0;
    connect.reset();
    connect.on(ListSecurityProfilesCommand).resolves({
      SecurityProfileSummaryList: [
        { Id: 's-1', Name: 'Agent' },
        { Id: 's-2', Name: 'Deskline supervisor' },
      ],
    });
  });

  it('are read page by page, each in its turn', async () => {
    connect
      .on(SearchUsersCommand)
      .resolvesOnce({
        Users: [
          {
            Arn: ned.arn,
            Username: 'ned',
            IdentityInfo: { FirstName: 'Ned', LastName: 'Marsh' },
            RoutingProfileId: 'r-1',
            SecurityProfileIds: ['s-1'],
          },
        ],
        NextToken: 'more',
      })
      .resolvesOnce({
        Users: [{ Arn: `${instanceArn}/agent/u-2`, Username: 'sue', SecurityProfileIds: ['s-2', 's-9'] }],
      });

    expect(await instance().agents()).toEqual([
      ned,
      { arn: `${instanceArn}/agent/u-2`, username: 'sue', name: 'sue', role: 'supervisor' },
    ]);
    expect(turns).toBe(3);
    const asked = connect.commandCalls(SearchUsersCommand).map(({ args }) => args[0].input);
    expect(asked).toMatchObject([{ InstanceId: 'i-1' }, { InstanceId: 'i-1', NextToken: 'more' }]);
  });

  it('are only the queues that have a name of their own', async () => {
    connect.on(ListQueuesCommand).resolves({ QueueSummaryList: [{ Arn: desk.arn, Name: desk.name }] });
    expect(await instance().queues()).toEqual([desk]);
    expect(connect.commandCalls(ListQueuesCommand)[0]?.args[0].input.QueueTypes).toEqual(['STANDARD']);
  });

  it('fault the copy when Connect refuses', async () => {
    connect.on(SearchUsersCommand).rejects(new Error('AccessDeniedException'));
    await expect(instance().agents()).rejects.toThrow('AccessDenied');
  });
});

describe('copying agents', () => {
  type Found = { agents: AgentRecord[]; queues: QueueRecord[] };

  async function copy(found: Found, known: Found, listed = known.agents, unsettled = new Set<string>()) {
    const written: unknown[] = [];
    const forgotten: string[] = [];
    const directory: Parameters<typeof copyAgents>[2] = {
      byArn: async () => known,
      putAgent: async (...agent) => void written.push(agent),
      putQueue: async (queue) => void written.push(queue),
      forgetAgent: async ({ username }) => void forgotten.push(username),
    };
    const counts = await copyAgents({ ...found, unsettled }, listed, directory);
    return { counts, written, forgotten };
  }

  it('writes what is new', async () => {
    const { counts, written } = await copy({ agents: [ned], queues: [desk] }, { agents: [], queues: [] });
    expect(written).toEqual([[ned, undefined], desk]);
    expect(counts).toEqual({ agents: 1, queues: 1, written: 2, forgotten: 0 });
  });

  it('writes nothing that is known as it is, in whatever order its members are stored', async () => {
    const stored = Object.fromEntries(Object.entries(ned).reverse()) as unknown as AgentRecord;
    const { counts } = await copy({ agents: [ned], queues: [desk] }, { agents: [stored], queues: [desk] });
    expect(counts.written).toBe(0);
  });

  it('writes what was renamed, together with what was known', async () => {
    const { written } = await copy(
      { agents: [{ ...ned, username: 'edward' }], queues: [] },
      { agents: [ned], queues: [] },
    );
    expect(written).toEqual([[{ ...ned, username: 'edward' }, ned]]);
  });

  it('writes who is known but not listed with the others', async () => {
    const { written } = await copy({ agents: [ned], queues: [] }, { agents: [ned], queues: [] }, []);
    expect(written).toEqual([[ned, ned]]);
  });

  it('keeps the quick connect of an agent of whose own nothing is known', async () => {
    const stored = { ...ned, quickConnectArn: `${instanceArn}/transfer-destination/t-1` };
    const all = { agents: [stored], queues: [] };
    expect((await copy({ agents: [ned], queues: [] }, all, [ned], new Set([ned.arn]))).written).toEqual([]);
    expect((await copy({ agents: [ned], queues: [] }, all, [ned])).written).toEqual([[ned, stored]]);
  });

  it('forgets who has left, and nobody else', async () => {
    const gone = { ...ned, arn: `${ned.arn}-gone`, username: 'gone' };
    const { counts, forgotten } = await copy({ agents: [ned], queues: [] }, { agents: [ned], queues: [] }, [ned, gone]);
    expect(forgotten).toEqual(['gone']);
    expect(counts).toMatchObject({ written: 0, forgotten: 1 });
  });
});

describe('a role', () => {
  it.each([
    [['Agent'], 'agent'],
    [[], 'agent'],
    [['Agent', 'CallCenterManager'], 'supervisor'],
    [['Deskline supervisor', 'Admin'], 'admin'],
  ])('is read from the security profiles %j', (profiles, role) => {
    expect(agentRole(profiles)).toBe(role);
  });
});
