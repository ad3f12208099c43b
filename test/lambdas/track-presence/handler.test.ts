import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { KinesisStreamEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { variables } from '../../../domain/settings.ts';
import { agentEvent, at, instanceArn, nedArn } from '../../domain/presence/agent-events.ts';

vi.stubEnv(variables.instanceArn, instanceArn);
vi.stubEnv(variables.directoryTable, 'Directory');
vi.stubEnv('AWS_REGION', 'eu-central-1');
const { handler } = await import('../../../lambdas/track-presence/handler.ts');

const table = mockClient(DynamoDBDocumentClient);
const bus = mockClient(EventBridgeClient);
const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterAll(() => {
  log.mockRestore();
  table.restore();
  bus.restore();
  vi.unstubAllEnvs();
});

const base64 = (data: unknown) =>
  Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64');
const batch = (...records: unknown[]) =>
  ({
    Records: records.map((data, index) => ({ kinesis: { data: base64(data), sequenceNumber: `n-${index}` } })),
  }) as KinesisStreamEvent;
const failures = (...numbers: number[]) => ({
  batchItemFailures: numbers.map((number) => ({ itemIdentifier: `n-${number}` })),
});

beforeEach(() => {
  table.reset();
  bus.reset();
  log.mockClear();
  table.on(GetCommand).resolves({});
  table.on(PutCommand).resolves({});
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

describe('track-presence', () => {
  it('keeps what a record says, in the table that the deployment names, and puts the change on the bus', async () => {
    expect(await handler(batch(agentEvent({ second: 5 })))).toEqual(failures());
    expect(table.commandCalls(PutCommand)[0]?.args[0].input.TableName).toBe('Directory');
    const [entry] = bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries ?? [];
    expect(entry).toMatchObject({
      Source: 'deskline',
      DetailType: 'Agent Presence Changed',
      Time: new Date(at(5)),
      Resources: [nedArn],
    });
    expect(JSON.parse(entry?.Detail ?? '')).toMatchObject({ username: 'ned', agentArn: nedArn });
  });

  it('names only the records that could not be kept, and keeps those after them', async () => {
    const given = batch(agentEvent(), 'no JSON', { EventType: 'LOGIN' }, agentEvent({ second: 9 }));
    expect(await handler(given)).toEqual(failures(1, 2));
    expect(table.commandCalls(PutCommand)).toHaveLength(2);
    expect(log.mock.calls.join()).toContain('EventTimestamp');
  });

  it('leaves records of another instance alone', async () => {
    const other = { ...agentEvent(), InstanceARN: `${instanceArn}0` };
    expect(await handler(batch(other))).toEqual(failures());
    expect(table.calls()).toEqual([]);
  });

  it('has a record come again when the bus took the call and not the event', async () => {
    bus.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
    expect(await handler(batch(agentEvent()))).toEqual(failures(0));
    expect(log.mock.calls.join()).toContain('InternalFailure');
  });

  it('has a record come again when the table refuses', async () => {
    table.on(PutCommand).rejects(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
    expect(await handler(batch(agentEvent()))).toEqual(failures(0));
  });
});
