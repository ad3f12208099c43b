import type { CurrentMetricResult } from '@aws-sdk/client-connect';
import type { LiveFigures, QueueFigures } from '../live-queues.ts';
import { nobodyThere } from '../live-queues.ts';

const members = {
  CONTACTS_IN_QUEUE: 'waiting',
  OLDEST_CONTACT_AGE: 'longestWaitSeconds',
  AGENTS_AVAILABLE: 'available',
} as const satisfies Record<string, keyof QueueFigures>;

/**
 * Needs `connect:GetCurrentMetricData` on the queues. The client is loaded when it is first asked for, so that the start
 * of a function does not pay for it. It is given up soon: an agent is waiting.
 *
 * @param queueArns At most 100.
 */
export async function liveQueuesOfConnect(instanceArn: string, queueArns: string[]): Promise<LiveFigures> {
  const { ConnectClient, GetCurrentMetricDataCommand } = await import('@aws-sdk/client-connect');
  const requestHandler = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true };
  const client = new ConnectClient({ maxAttempts: 2, requestHandler });
  const idIn = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);
  const { MetricResults = [], DataSnapshotTime } = await client.send(
    new GetCurrentMetricDataCommand({
      InstanceId: idIn(instanceArn),
      Filters: { Queues: queueArns.map(idIn), Channels: ['VOICE'] },
      // Grouped, the age of the oldest contact is in seconds; else in milliseconds, whatever its unit says.
      Groupings: ['QUEUE'],
      CurrentMetrics: [
        { Name: 'CONTACTS_IN_QUEUE', Unit: 'COUNT' },
        { Name: 'OLDEST_CONTACT_AGE', Unit: 'SECONDS' },
        { Name: 'AGENTS_AVAILABLE', Unit: 'COUNT' },
      ],
    }),
  );
  const asOf = (DataSnapshotTime ?? new Date()).toISOString();
  return { asOf, byQueue: new Map(MetricResults.flatMap((result) => figuresOf(result, queueArns, idIn))) };
}

function figuresOf(
  { Dimensions, Collections = [] }: CurrentMetricResult,
  queueArns: string[],
  idIn: (arn: string) => string,
): [string, QueueFigures][] {
  const queue = queueArns.find((arn) => idIn(arn) === Dimensions?.Queue?.Id);
  if (queue === undefined) return [];
  const figures = { ...nobodyThere };
  for (const { Metric, Value = 0 } of Collections) {
    const member = Object.entries(members).find(([name]) => name === Metric?.Name)?.[1];
    if (member) figures[member] = Math.max(0, Math.round(Value));
  }
  return [[queue, figures]];
}
