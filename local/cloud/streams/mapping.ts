import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports.ts';
import { matches, type Pattern } from '../events/pattern.ts';
import type { Queues } from '../events/queues.ts';
import type { LocalFunctions } from '../functions/functions.ts';
import type { FunctionDefinition } from '../functions/types.ts';
import type { Place } from '../types.ts';
import type { Run } from './batch.ts';
import { createLane, type LaneSettings } from './lane.ts';
import { type Reader, type Stream, type StreamRecord, shardOf } from './streams.ts';

/** An AWS::Lambda::EventSourceMapping from a stream to a function. */
export interface MappingSettings extends LaneSettings {
  /** How many batches of one shard run at a time; records of one partition key never overtake each other. */
  parallel: number;
  /** A record is handed over when one of them fits its data; all are when there is none. */
  filters: Pattern[];
  /** The queue that is told of records that were given up. */
  onFailure?: string;
}

interface Around {
  functions: LocalFunctions;
  queues: Queues;
  clock: Clock;
  place: Place;
}

/** Reads a stream for a function: each shard in its order. The right to invoke is the mapping's own, as on AWS. */
export function createMapping(
  stream: Stream,
  target: FunctionDefinition,
  settings: MappingSettings,
  { functions, queues, clock, place }: Around,
): Reader {
  const run = async (records: StreamRecord[]): Promise<Run> => {
    const { invocation, payload } = await functions.run(target, kinesisEvent(records, stream, target, place));
    if (invocation.outcome === 'ok') return { ok: true, answer: payload };
    return { ok: false, message: invocation.message ?? invocation.outcome };
  };
  const giveUp = (records: StreamRecord[], failures: number, why: string) => {
    if (settings.onFailure === undefined) return;
    const body = failureReport(records, stream, target, failures, clock.now());
    queues.send(settings.onFailure, {
      body,
      why: `${target.name}: ${records.length} records of ${stream.name}: ${why}`,
    });
  };
  const lanes = Array.from({ length: stream.shards * settings.parallel }, () =>
    createLane(clock, settings, run, giveUp),
  );
  return {
    take(record) {
      if (settings.filters.length && !settings.filters.some((filter) => fits(filter, record))) return;
      const shard = Number(record.shardId.split('-')[1]);
      // Keys of one shard are spread over its lanes by the other end of the same hash.
      const part = settings.parallel === 1 ? 0 : shardOf(`${record.partitionKey}.`, settings.parallel);
      lanes[shard * settings.parallel + part]?.take(record);
    },
    busy: () => lanes.some((lane) => lane.busy()),
    async idle() {
      for (const lane of lanes) await lane.idle();
    },
  };
}

/** Filters see the record with its data as JSON [docs]. Data that is none fits no filter on data. */
function fits(filter: Pattern, { data, partitionKey }: StreamRecord): boolean {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    value = undefined;
  }
  return matches(filter, { partitionKey, data: value });
}

/** What a function gets; `data` is base64, the time epoch seconds with a fraction. */
const kinesisEvent = (records: StreamRecord[], stream: Stream, { role }: FunctionDefinition, { region }: Place) => ({
  Records: records.map(({ shardId, sequenceNumber, partitionKey, data, arrivedAt }) => ({
    kinesis: {
      kinesisSchemaVersion: '1.0',
      ...{ partitionKey, sequenceNumber },
      data: Buffer.from(data).toString('base64'),
      approximateArrivalTimestamp: arrivedAt / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shardId}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: role.arn,
    awsRegion: region,
    eventSourceARN: stream.arn,
  })),
});

/** Where the records were, not what was in them [docs]. */
function failureReport(records: StreamRecord[], { arn }: Stream, fn: FunctionDefinition, tries: number, now: number) {
  const [first, last] = [records[0], records.at(-1)];
  const iso = (at = now) => new Date(at).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: fn.arn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: tries,
    },
    version: '1.0',
    timestamp: iso(),
    KinesisBatchInfo: {
      shardId: first?.shardId,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: iso(first?.arrivedAt),
      approximateArrivalOfLastRecord: iso(last?.arrivedAt),
      batchSize: records.length,
      streamArn: arn,
    },
  };
}
