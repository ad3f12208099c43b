import { afterEach, describe, expect, it } from 'vitest';
import { aFunction, cloudOf, type TestCloud } from '../cloud-of.ts';

/** Says what it was given, and fails at a record that says so. */
const reader = `
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
const bus = new EventBridgeClient({});
export async function handler({ Records }) {
  const told = Records.map(({ kinesis }) => JSON.parse(Buffer.from(kinesis.data, 'base64')));
  const Detail = JSON.stringify({ got: told.map(({ n }) => n).join(',') });
  await bus.send(new PutEventsCommand({ Entries: [{ Source: 'reader', DetailType: 'Got', Detail }] }));
  if (told.some(({ breaks }) => breaks)) throw new Error('cannot read this');
  const bad = Records.filter((_, index) => told[index].fails);
  return { batchItemFailures: bad.map(({ kinesis }) => ({ itemIdentifier: kinesis.sequenceNumber })) };
}`;

const streamArn = 'arn:aws:kinesis:us-east-1:000000000000:stream/events';
const deadArn = 'arn:aws:sqs:us-east-1:000000000000:dead';
const readActions = [
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:ListShards',
  'kinesis:ListStreams',
];
const allow = (Action: string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const mayTell = allow(['events:PutEvents'], '*');
const mayRead = [mayTell, allow(readActions, streamArn), allow(['sqs:SendMessage'], deadArn)];

const template = (change: {
  mapping?: Record<string, unknown>;
  stream?: Record<string, unknown>;
  statements?: object[];
}) => ({
  Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'events', ShardCount: 1, ...change.stream } },
  ...aFunction('reader', { statements: change.statements ?? mayRead }),
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    DependsOn: ['Dead'],
    Properties: {
      ...{ EventSourceArn: { 'Fn::GetAtt': ['Stream', 'Arn'] }, FunctionName: { Ref: 'reader' } },
      ...{ StartingPosition: 'LATEST', FunctionResponseTypes: ['ReportBatchItemFailures'] },
      ...change.mapping,
    },
  },
});

const clouds: TestCloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});
const aCloud = async (change: Parameters<typeof template>[0] = {}) => {
  const cloud = await cloudOf(template(change), { reader });
  clouds.push(cloud);
  const got: string[] = [];
  cloud.bus.onEvent(({ detail }) => got.push(Object(detail).got));
  const put = (n: number, more: object = {}, key = 'ned') =>
    cloud.streams.put(streamArn, key, JSON.stringify({ n, ...more }));
  const pass = async (ms: number) => {
    cloud.clock.advance(ms);
    await cloud.streams.idle();
  };
  return { cloud, put, pass, got };
};

describe('a mapping from a stream to a function', () => {
  it('hands over what has come, in batches of its size, one after the other', async () => {
    const { cloud, put, got } = await aCloud({ mapping: { BatchSize: 3 } });
    for (const n of [1, 2, 3, 4, 5]) put(n);
    await cloud.streams.idle();
    // The first batch left as soon as there was a record; the others came while it ran.
    expect(got).toEqual(['1', '2,3,4', '5']);
  });

  it('gathers for as long as its window, or until the batch is full', async () => {
    const { put, pass, got } = await aCloud({ mapping: { BatchSize: 3, MaximumBatchingWindowInSeconds: 5 } });
    put(1);
    await pass(4_000);
    put(2);
    expect(got).toEqual([]);
    await pass(1_000);
    expect(got).toEqual(['1,2']);
    for (const n of [3, 4, 5]) put(n);
    await pass(0);
    expect(got).toEqual(['1,2', '3,4,5']);
  });

  it('keeps the order of a partition key through failures, with ever longer waits', async () => {
    const { cloud, put, pass, got } = await aCloud({ mapping: { MaximumRetryAttempts: 2 } });
    put(1, { fails: true });
    put(2);
    await cloud.streams.idle();
    expect(got).toEqual(['1']);
    await pass(999);
    expect(got.length).toBe(1);
    await pass(1);
    expect(got).toEqual(['1', '1']);
    await pass(2_000);
    // Given up; then what came later has its turn.
    expect(got).toEqual(['1', '1', '1', '2']);
  });

  it('halves a batch that breaks the function until the culprit is alone, and tells the queue where it was', async () => {
    const { cloud, put, pass, got } = await aCloud({
      mapping: {
        ...{ MaximumBatchingWindowInSeconds: 1, BisectBatchOnFunctionError: true, MaximumRetryAttempts: 0 },
        DestinationConfig: { OnFailure: { Destination: deadArn } },
      },
    });
    for (const n of [1, 2, 3, 4]) put(n, { breaks: n === 3 });
    await pass(1_000);
    expect(got).toEqual(['1,2,3,4', '1,2', '3,4', '3', '4']);
    const [message] = cloud.queues.messages(deadArn);
    expect(message?.body).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 1 },
      KinesisBatchInfo: { batchSize: 1, streamArn, shardId: 'shardId-000000000000' },
    });
    expect(cloud.problems.list().join('\n')).toContain('cannot read this');
  });

  it('gives up records that are too old', async () => {
    const { cloud, put, pass, got } = await aCloud({
      mapping: { MaximumRecordAgeInSeconds: 60, DestinationConfig: { OnFailure: { Destination: deadArn } } },
    });
    put(1, { fails: true });
    for (const wait of [0, 1, 2, 4, 8, 16]) await pass(wait * 1000);
    expect(got.length).toBe(6);
    expect(cloud.queues.messages(deadArn)).toEqual([]);
    await pass(32_000);
    expect(got.length).toBe(6);
    expect(cloud.queues.messages(deadArn)[0]?.why).toContain('older than the mapping allows');
  });

  it('leaves out what no filter wants', async () => {
    const Pattern = JSON.stringify({ data: { n: [{ numeric: ['>', 1] }] } });
    const { cloud, put, got } = await aCloud({ mapping: { FilterCriteria: { Filters: [{ Pattern }] } } });
    put(1);
    put(2);
    await cloud.streams.idle();
    expect(got).toEqual(['2']);
  });

  it('lets one key wait for its failure and not the others, where parts of a shard run beside each other', async () => {
    const { cloud, put, got } = await aCloud({ mapping: { ParallelizationFactor: 10 } });
    put(1, { fails: true }, 'ned');
    await cloud.streams.idle();
    put(2, {}, 'ned');
    for (const key of ['beth', 'carl', 'dora', 'emil']) put(3, {}, key);
    await cloud.streams.idle();
    expect(got.slice(0, 1)).toEqual(['1']);
    expect(got).not.toContain('2');
    expect(got.filter((line) => line === '3').length).toBeGreaterThan(1);
  });

  it('does nothing when it is turned off', async () => {
    const { cloud, put, got } = await aCloud({ mapping: { Enabled: false } });
    put(1);
    await cloud.streams.idle();
    expect(got).toEqual([]);
    expect(cloud.streams.isRead(streamArn)).toBe(false);
  });
});

describe('a role that may not read the stream', () => {
  const without = (action: string) => [
    allow(
      readActions.filter((one) => one !== action),
      streamArn,
    ),
  ];
  it.each(readActions)('stops the start without %s', async (action) => {
    await expect(aCloud({ statements: without(action) })).rejects.toThrow(
      `AWS::Lambda::EventSourceMapping Mapping: Cannot access stream ${streamArn}. User: arn:aws:sts::000000000000:assumed-role/reader-role/reader is not authorized to perform: ${action} on resource: ${streamArn}`,
    );
  });

  it('needs the key of a stream that is encrypted, but not Kinesis’s own', async () => {
    const KeyId = { 'Fn::GetAtt': ['Key', 'Arn'] };
    const stream = { StreamEncryption: { EncryptionType: 'KMS', KeyId } };
    await expect(aCloud({ stream })).rejects.toThrow(/not authorized to perform: kms:Decrypt on resource: arn:aws:kms/);
    await aCloud({ stream, statements: [...mayRead, allow(['kms:Decrypt'], KeyId)] });
    await aCloud({ stream: { StreamEncryption: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' } } });
  });

  it('needs the queue that is told of failures', async () => {
    const mapping = { DestinationConfig: { OnFailure: { Destination: deadArn } } };
    await expect(aCloud({ mapping, statements: mayRead.slice(0, 2) })).rejects.toThrow(
      /not authorized to perform: sqs:SendMessage on resource: \S+:dead/,
    );
  });
});

describe('a mapping that is not emulated', () => {
  it.each<[mapping: Record<string, unknown>, message: string]>([
    [{ TumblingWindowInSeconds: 30 }, 'not emulated: TumblingWindowInSeconds of an event source mapping'],
    [{ EventSourceArn: deadArn }, `not emulated: the event source ${deadArn}`],
    [
      { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sns:x' } } },
      'not emulated: the destination arn:aws:sns:x',
    ],
    [{ FunctionName: 'another' }, 'the template has no function another'],
  ])('is named: %#', async (mapping, message) => {
    await expect(aCloud({ mapping })).rejects.toThrow(message);
  });
});
