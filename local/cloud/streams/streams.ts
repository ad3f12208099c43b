import { createHash } from 'node:crypto';
import type { Clock } from '../../ports.ts';
import type { Working } from '../idle.ts';

/** An AWS::Kinesis::Stream. */
export interface Stream {
  arn: string;
  name: string;
  shards: number;
  /** ARN or alias of the key that it is encrypted with; absent when it is not. */
  key?: string;
}

export interface StreamRecord {
  shardId: string;
  sequenceNumber: string;
  partitionKey: string;
  data: string;
  /** Epoch ms. */
  arrivedAt: number;
}

/** Who reads a stream: an event source mapping. */
export interface Reader extends Working {
  take(record: StreamRecord): void;
}

/**
 * The Kinesis streams of the template. Records are handed straight to those who read the stream, and kept by nobody:
 * who comes later finds nothing, which on AWS is `LATEST`.
 */
export interface Streams extends Working {
  add(stream: Stream): void;
  find(arn: string): Stream | undefined;
  read(arn: string, reader: Reader): void;
  isRead(arn: string): boolean;
  /** Throws when the template has no such stream. */
  put(arn: string, partitionKey: string, data: string): void;
}

export function createStreams(clock: Clock): Streams {
  const streams = new Map<string, { stream: Stream; readers: Reader[] }>();
  let sequence = 0n;
  const named = (arn: string) => {
    const found = streams.get(arn);
    if (!found) throw new Error(`the template has no stream ${arn}`);
    return found;
  };
  const readers = () => [...streams.values()].flatMap((one) => one.readers);
  return {
    add: (stream) => void streams.set(stream.arn, { stream, readers: [] }),
    find: (arn) => streams.get(arn)?.stream,
    isRead: (arn) => (streams.get(arn)?.readers.length ?? 0) > 0,
    read: (arn, reader) => void named(arn).readers.push(reader),
    put(arn, partitionKey, data) {
      const { stream, readers: reading } = named(arn);
      sequence++;
      const shard = shardOf(partitionKey, stream.shards);
      const record = {
        shardId: `shardId-${String(shard).padStart(12, '0')}`,
        sequenceNumber: `4966${String(sequence).padStart(52, '0')}`,
        ...{ partitionKey, data, arrivedAt: clock.now() },
      };
      for (const reader of reading) reader.take(record);
    },
    busy: () => readers().some((reader) => reader.busy()),
    async idle() {
      for (const reader of readers()) await reader.idle();
    },
  };
}

/** Records of one partition key always come to the same shard. */
export const shardOf = (partitionKey: string, shards: number): number =>
  createHash('md5').update(partitionKey).digest().readUInt32BE(0) % shards;
