import type { RecordStreams } from '../../ports.ts';
import { decide } from '../iam/evaluate.ts';
import type { Roles } from '../iam/roles.ts';
import type { PolicyDocument } from '../iam/types.ts';
import type { Place, Problems } from '../types.ts';
import { writingRefusal } from './rights.ts';
import type { Streams } from './streams.ts';

/**
 * The streams as Connect writes them. What it may not write, or where there is none, goes nowhere and is a problem; so is
 * a stream that a function may read and does not. One that no function may read is for somebody outside the template.
 */
export function connectWriter(
  streams: Streams,
  keyPolicies: Map<string, PolicyDocument>,
  roles: Roles,
  place: Place,
  problems: Problems,
): RecordStreams {
  const mayBeRead = (resource: string) =>
    roles.all().some(({ documents }) => decide(documents, { action: 'kinesis:GetRecords', resource }) === 'allowed');
  return {
    put(arn, partitionKey, record) {
      const stream = streams.find(arn);
      const refusal = writingRefusal(stream, (key) => keyPolicies.get(key), place);
      if (!stream) problems.add(`Connect cannot put records into ${arn}: the template has no such stream`);
      else if (refusal) problems.add(`Connect cannot put records: ${refusal}`);
      else {
        streams.put(arn, partitionKey, JSON.stringify(record));
        if (!streams.isRead(arn) && mayBeRead(arn)) {
          problems.add(
            `nobody reads the stream ${stream.name}: the template has no AWS::Lambda::EventSourceMapping for it`,
          );
        }
      }
    },
  };
}
