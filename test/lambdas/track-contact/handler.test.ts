import { ConnectClient, DescribeContactCommand } from '@aws-sdk/client-connect';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { variables } from '../../../domain/settings.ts';
import { contactEvent, first, instanceArn } from '../../domain/interaction/calls.ts';

vi.stubEnv(variables.instanceArn, instanceArn);
vi.stubEnv(variables.interactionsTable, 'Interactions');
vi.stubEnv('AWS_REGION', 'eu-central-1');
const { handler } = await import('../../../lambdas/track-contact/handler.ts');

const table = mockClient(DynamoDBDocumentClient);
const connect = mockClient(ConnectClient);
const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterAll(() => {
  log.mockRestore();
  table.restore();
  connect.restore();
  vi.unstubAllEnvs();
});

const waited = contactEvent('DISCONNECTED', 40, { queued: 5, ended: 40 });

/** The items that were put, in order. */
const put = () => table.commandCalls(PutCommand).map((call) => call.args[0].input.Item ?? {});
const logged = () => log.mock.calls.map(([line]) => JSON.parse(String(line)));

beforeEach(() => {
  table.reset();
  connect.reset();
  log.mockClear();
  table.on(PutCommand).resolves({});
  // What was put is what the query finds.
  table.on(QueryCommand).callsFake(() => ({ Items: put() }));
  connect.on(DescribeContactCommand).resolves({});
});

describe('track-contact', () => {
  it('puts the fact of an event, then the summary, both in the table that the deployment names', async () => {
    await handler(contactEvent('QUEUED', 5, { queued: 5 }));
    expect(put().map(({ pk, sk }) => [pk, String(sk).split('#')[0]])).toEqual([
      [first, 'fact'],
      [first, 'interaction'],
    ]);
    expect(table.commandCalls(PutCommand)[0]?.args[0].input.TableName).toBe('Interactions');
    expect(table.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });

  it('never asks Connect about a call that an agent had', async () => {
    await handler(contactEvent('DISCONNECTED', 90, { queued: 5, answered: 20, ended: 90 }));
    expect(connect.calls()).toHaveLength(0);
  });

  it('asks Connect why a wait ended, by the ids of instance and contact', async () => {
    connect.on(DescribeContactCommand).resolves({
      Contact: { DisconnectReason: 'CONTACT_FLOW_DISCONNECT', LastUpdateTimestamp: new Date('2026-11-20T09:00:41Z') },
    });
    await handler(waited);
    expect(connect.commandCalls(DescribeContactCommand)[0]?.args[0].input).toEqual({
      InstanceId: '11111111-2222-3333-4444-555555555555',
      ContactId: first,
    });
    expect(put().map((item) => item.outcome ?? item.reason)).toEqual([
      undefined,
      'CONTACT_FLOW_DISCONNECT',
      'Deflected',
    ]);
  });

  it.each(['ThrottlingException', 'TooManyRequestsException', 'ResourceNotFoundException'])(
    'goes on without the reason on %s, and says so in the log',
    async (name) => {
      connect.on(DescribeContactCommand).rejects(Object.assign(new Error('no'), { name }));
      await handler(waited);
      expect(put().at(-1)).toMatchObject({ outcome: 'Abandoned' });
      expect(logged()).toMatchObject([{ level: 'warn', reason: 'not-yet' }]);
    },
  );

  it('throws when it may not ask, after the record was made', async () => {
    connect
      .on(DescribeContactCommand)
      .rejects(Object.assign(new Error('not allowed'), { name: 'AccessDeniedException' }));
    await expect(handler(waited)).rejects.toThrow('not allowed');
    expect(put().at(-1)).toMatchObject({ sk: 'interaction', outcome: 'Abandoned' });
  });

  it('throws when the table refuses, so that the event comes again', async () => {
    table.on(PutCommand).rejects(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
    await expect(handler(contactEvent('QUEUED', 5, { queued: 5 }))).rejects.toThrow('slow down');
  });

  it.each([
    ['of another instance', { instanceArn: `${instanceArn}0` }, 'other-instance'],
    ['of a chat', { channel: 'CHAT' }, 'not-a-call'],
  ])('logs an event %s and leaves it', async (_kind, detail, reason) => {
    await handler(contactEvent('INITIATED', 0, {}, detail));
    expect(put()).toEqual([]);
    expect(logged()).toMatchObject([{ message: 'contact event ignored', reason }]);
  });

  it('throws on an event that it cannot read, naming the field', async () => {
    await expect(handler(contactEvent('INITIATED', 0, {}, { contactId: null }))).rejects.toThrow('detail.contactId');
  });

  it('logs no telephone number', async () => {
    await handler(contactEvent('INITIATED', 0, {}));
    expect(log.mock.calls.flat().join()).not.toMatch(/2125550123|8005550100/);
  });
});
