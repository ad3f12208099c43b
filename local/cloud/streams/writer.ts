import type { RecordStreams } from '../../ports.ts';
import type { PolicyDocument } from '../iam/types.ts';
import type { Place, Problems } from '../types.ts';
import { writingRefusal } from './rights.ts';
import type { Streams } from './streams.ts';

/** The streams as Connect writes them: what it may not write, or where there is none, is a problem and goes nowhere. */
export function connectWriter(
  streams: Streams,
  keyPolicies: Map<string, PolicyDocument>,
  place: Place,
  problems: Problems,
): RecordStreams {
  return {
    put(arn, partitionKey, record) {
      const stream = streams.find(arn);
      const refusal = writingRefusal(stream, (key) => keyPolicies.get(key), place);
      if (!stream) problems.add(`Connect cannot put records into ${arn}: the template has no such stream`);
      else if (refusal) problems.add(`Connect cannot put records: ${refusal}`);
      else streams.put(arn, partitionKey, JSON.stringify(record));
    },
  };
}
