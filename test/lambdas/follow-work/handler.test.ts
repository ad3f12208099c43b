import {
  ConnectClient,
  GetCurrentUserDataCommand,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
} from '@aws-sdk/client-connect';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { busyWithACase } from '../../../domain/presence/work.ts';
import { variables } from '../../../domain/settings.ts';
import { instanceArn, nedArn } from '../../domain/presence/agent-events.ts';

vi.stubEnv(variables.instanceArn, instanceArn);
vi.stubEnv(variables.directoryTable, 'Directory');
vi.stubEnv('AWS_REGION', 'eu-central-1');
const { handler } = await import('../../../lambdas/follow-work/handler.ts');

const table = mockClient(DynamoDBDocumentClient);
const connect = mockClient(ConnectClient);
const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterAll(() => {
  log.mockRestore();
  table.restore();
  connect.restore();
  vi.unstubAllEnvs();
});
const logged = () => log.mock.calls.map(([line]) => JSON.parse(String(line)));

const status = (Id: string, Name: string, Type: 'ROUTABLE' | 'CUSTOM') => ({
  ...{ Id, Name, Type },
  Arn: `${instanceArn}/agent-state/${Id}`,
});
const event = (detail: object) => ({
  ...{ source: 'tickets.example', 'detail-type': 'Agent Work Changed', time: '2026-11-20T09:00:00Z' },
  detail,
});

beforeEach(() => {
  table.reset();
  connect.reset();
  log.mockClear();
  table.on(GetCommand).resolves({ Item: { agent: { arn: nedArn, username: 'ned', name: 'Ned', role: 'agent' } } });
  table.on(PutCommand).resolves({});
  connect.on(ListAgentStatusesCommand).resolves({
    AgentStatusSummaryList: [status('s-1', 'Available', 'ROUTABLE'), status('s-2', busyWithACase, 'CUSTOM')],
  });
  connect
    .on(GetCurrentUserDataCommand)
    .resolves({ UserDataList: [{ User: { Id: 'ned' }, Status: { StatusName: 'Available' } }] });
  connect.on(PutUserStatusCommand).resolves({});
});

describe('follow-work', () => {
  it('asks and sets by the ids of instance, user and status', async () => {
    await handler(event({ username: 'ned', busyWith: 'CS-17' }));
    const InstanceId = '11111111-2222-3333-4444-555555555555';
    expect(connect.commandCalls(GetCurrentUserDataCommand)[0]?.args[0].input).toEqual({
      InstanceId,
      Filters: { Agents: ['ned'] },
    });
    expect(connect.commandCalls(PutUserStatusCommand)[0]?.args[0].input).toEqual({
      InstanceId,
      UserId: 'ned',
      AgentStatusId: 's-2',
    });
    expect(logged()).toMatchObject([{ level: 'info', username: 'ned', by: 'tickets.example', set: busyWithACase }]);
  });

  it('logs that an agent is busy, never with what', async () => {
    await handler(event({ username: 'ned', busyWith: 'complaint of Maude Lovejoy' }));
    expect(logged()).toMatchObject([{ busy: true }]);
    expect(JSON.stringify(logged())).not.toContain('Lovejoy');
  });

  it('goes by the status that the agent has chosen for after the call', async () => {
    connect.on(GetCurrentUserDataCommand).resolves({
      UserDataList: [{ User: { Id: 'ned' }, Status: { StatusName: 'Available' }, NextStatus: 'Lunch' }],
    });
    await handler(event({ username: 'ned', busyWith: 'CS-17' }));
    expect(connect.commandCalls(PutUserStatusCommand)).toEqual([]);
    expect(logged()).toMatchObject([{ leave: 'chose-another' }]);
  });

  it.each([
    [{ busyWith: 'CS-17' }, 'detail.username'],
    [{ username: 7 }, 'detail.username'],
  ])('is done with %j, and says what is wrong', async (detail, named) => {
    await handler(event(detail));
    expect([...table.calls(), ...connect.calls()]).toEqual([]);
    expect(logged()).toMatchObject([{ level: 'warn', reason: expect.stringContaining(named) }]);
  });

  it('names an agent whom nobody knows', async () => {
    table.on(GetCommand).resolves({});
    await handler(event({ username: 'stranger', busyWith: 'CS-17' }));
    expect(connect.calls()).toEqual([]);
    expect(logged()).toMatchObject([{ level: 'warn', username: 'stranger', leave: 'unknown-agent' }]);
  });

  it('throws when Connect refuses, so that the event comes again', async () => {
    connect.on(PutUserStatusCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));
    await expect(handler(event({ username: 'ned', busyWith: 'CS-17' }))).rejects.toThrow('no');
  });
});
