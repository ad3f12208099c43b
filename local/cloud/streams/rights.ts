import { conditionsHold } from '../iam/conditions.ts';
import { glob } from '../iam/glob.ts';
import { type Role, refusal } from '../iam/roles.ts';
import type { PolicyDocument } from '../iam/types.ts';
import type { Place } from '../types.ts';
import type { Stream } from './streams.ts';

/** Kinesis's own key, which needs no statement of a role and lets nobody else in. */
export const ownKey = 'alias/aws/kinesis';

/** How the service-linked role of every instance begins; the rest is the instance's. */
const linkedRole = 'aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_';

/** What the role of a function must be allowed for Lambda to read a stream for it [docs]. */
const reading = [
  'GetRecords',
  'GetShardIterator',
  'DescribeStream',
  'DescribeStreamSummary',
  'ListShards',
  'ListStreams',
];

/** Why a role may not read the stream, in AWS's words and naming the statement that lacks; undefined when it may. */
export function readingRefusal(role: Role, session: string, stream: Stream, onFailure?: string): string | undefined {
  const asks = reading.map((action) => ({ action: `kinesis:${action}`, resource: stream.arn }));
  if (stream.key && stream.key !== ownKey) asks.push({ action: 'kms:Decrypt', resource: stream.key });
  if (onFailure) asks.push({ action: 'sqs:SendMessage', resource: onFailure });
  const why = refusal(role, session, asks);
  return why && `Cannot access stream ${stream.arn}. ${why}`;
}

/**
 * Why Connect cannot put records into the stream; undefined when it can. It writes by the service-linked role of the
 * instance, which is allowed nothing on Kinesis's own key, and on another key what the key's policy says [docs:
 * "Connect cannot publish to the stream" when it is encrypted, unless the role may kms:GenerateDataKey].
 */
export function writingRefusal(
  stream: Stream | undefined,
  keyPolicy: (arn: string) => PolicyDocument | undefined,
  place: Place,
): string | undefined {
  if (!stream?.key) return undefined;
  const lacks = 'kms:GenerateDataKey for the service-linked role of the instance';
  if (stream.key === ownKey) {
    return `the stream ${stream.name} is encrypted with Kinesis's own key, which does not allow ${lacks}`;
  }
  const anyOfIt = `arn:${place.partition}:iam::${place.account}:role/${linkedRole}x`;
  const allowed = [keyPolicy(stream.key)?.Statement ?? []].flat().some(({ Effect, Principal, Action, Condition }) => {
    const principals = Principal === '*' ? ['*'] : [Object(Principal).AWS ?? []].flat().map(String);
    const role = principals.includes('*') ? anyOfIt : principals.find((arn) => arn.includes(`:role/${linkedRole}`));
    if (Effect !== 'Allow' || !role) return false;
    const context = {
      'aws:PrincipalArn': role,
      'kms:CallerAccount': place.account,
      'kms:ViaService': `kinesis.${place.region}.amazonaws.com`,
    };
    const may = [Action ?? []].flat().some((action) => glob(action.toLowerCase(), 'kms:generatedatakey'));
    return may && conditionsHold(Condition, context);
  });
  return allowed ? undefined : `the policy of the key of the stream ${stream.name} does not allow ${lacks}`;
}
