import { ConnectClient, GetCurrentMetricDataCommand } from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveQueuesOfConnect } from '../../../../lambdas/shared/adapters/live-queues.ts';

vi.stubEnv('AWS_REGION', 'eu-central-1');
const instanceArn = 'arn:aws:connect:eu-central-1:123456789012:instance/i-1';
const [desk, billing] = [`${instanceArn}/queue/q-1`, `${instanceArn}/queue/q-2`];
const connect = mockClient(ConnectClient);
afterAll(() => {
  connect.restore();
  vi.unstubAllEnvs();
});
const metric = (Name: 'CONTACTS_IN_QUEUE' | 'OLDEST_CONTACT_AGE' | 'AGENTS_AVAILABLE', Value?: number) => ({
  Metric: { Name },
  Value,
});

describe('how it is in queues', () => {
  beforeEach(() => {
    connect.reset();
  });

  it('is asked by id, grouped, so that ages are in seconds', async () => {
    connect.on(GetCurrentMetricDataCommand).resolves({});
    await liveQueuesOfConnect(instanceArn, [desk, billing]);
    expect(connect.commandCalls(GetCurrentMetricDataCommand)[0]?.args[0].input).toMatchObject({
      InstanceId: 'i-1',
      Filters: { Queues: ['q-1', 'q-2'], Channels: ['VOICE'] },
      Groupings: ['QUEUE'],
    });
  });

  it('is told by the queue’s ARN; what is not told counts as nothing, and a queue that was not asked for is left', async () => {
    connect.on(GetCurrentMetricDataCommand).resolves({
      MetricResults: [
        {
          Dimensions: { Queue: { Id: 'q-1' } },
          Collections: [metric('CONTACTS_IN_QUEUE', 3), metric('OLDEST_CONTACT_AGE', 24.4), metric('AGENTS_AVAILABLE')],
        },
        { Dimensions: { Queue: { Id: 'q-9' } }, Collections: [metric('CONTACTS_IN_QUEUE', 7)] },
        { Collections: [metric('CONTACTS_IN_QUEUE', 7)] },
      ],
      DataSnapshotTime: new Date('2026-11-20T09:00:00Z'),
    });
    const { asOf, byQueue } = await liveQueuesOfConnect(instanceArn, [desk, billing]);
    expect(asOf).toBe('2026-11-20T09:00:00.000Z');
    expect([...byQueue]).toEqual([[desk, { waiting: 3, longestWaitSeconds: 24, available: 0 }]]);
  });

  it('is not known when Connect refuses', async () => {
    connect.on(GetCurrentMetricDataCommand).rejects(Object.assign(new Error('no'), { name: 'ThrottlingException' }));
    await expect(liveQueuesOfConnect(instanceArn, [desk])).rejects.toThrow('no');
  });
});
