import type { ConnectClient, CurrentMetricResult, GetCurrentMetricDataCommand } from '@aws-sdk/client-connect';
import { type LiveFigures, nobodyThere, type QueueFigures } from '../live-queues.ts';

const members = {
  CONTACTS_IN_QUEUE: 'waiting',
  OLDEST_CONTACT_AGE: 'longestWaitSeconds',
  AGENTS_AVAILABLE: 'available',
} as const satisfies Record<string, keyof QueueFigures>;

const idIn = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);

interface Sdk {
  client: ConnectClient;
  Command: typeof GetCurrentMetricDataCommand;
}
let loaded: Promise<Sdk> | undefined;

/** Loaded when it is first asked for, so that the start of a function does not pay for it. Gives up soon: an agent waits. */
function sdk(): Promise<Sdk> {
  loaded ??= import('@aws-sdk/client-connect').then(({ ConnectClient, GetCurrentMetricDataCommand: Command }) => {
    const requestHandler = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true };
    return { client: new ConnectClient({ maxAttempts: 2, requestHandler }), Command };
  });
  return loaded;
}

/**
 * Needs `connect:GetCurrentMetricData` on the queues.
 *
 * @param queueArns At most 100.
 */
export async function liveQueuesOfConnect(instanceArn: string, queueArns: string[]): Promise<LiveFigures> {
  const { client, Command } = await sdk();
  const { MetricResults = [], DataSnapshotTime } = await client.send(
    new Command({
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
  return { asOf, byQueue: new Map(MetricResults.flatMap((result) => figuresOf(result, queueArns))) };
}

function figuresOf(
  { Dimensions, Collections = [] }: CurrentMetricResult,
  queueArns: string[],
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
