import { afterEach, describe, expect, it } from 'vitest';
import type { Template } from '../../../../local/cloud/types.ts';
import { aFunction, cloudOf, type TestCloud } from '../cloud-of.ts';

/** Answers the agent events that it got; what is told on the bus is what has arrived. */
const presence = `
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
const bus = new EventBridgeClient({});
export async function handler({ Records }) {
  const Entries = Records.map(({ kinesis }) => {
    const event = JSON.parse(Buffer.from(kinesis.data, 'base64'));
    const Detail = JSON.stringify({ type: event.EventType, status: event.CurrentAgentSnapshot.AgentStatus.Name });
    return { Source: 'deskline', DetailType: 'Agent Presence Changed', Detail };
  });
  await bus.send(new PutEventsCommand({ Entries }));
}`;

const get = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });
const ofInstance = (Type: string, properties: Record<string, unknown>) => ({
  Type: `AWS::Connect::${Type}`,
  Properties: { InstanceArn: get('Instance', 'Arn'), ...properties },
});
const open = { Hours: 0, Minutes: 0 };
const queue = get('Queue', 'QueueArn');
const keyPolicy = (Principal: unknown, Condition?: object) => ({
  KeyPolicy: {
    Statement: [{ Effect: 'Allow', Principal, Action: 'kms:GenerateDataKey*', Resource: '*', Condition }],
  },
});

/** An instance, its agent events' stream and a function that reads it. */
const resources = (
  change: { key?: Record<string, unknown>; stream?: object; storage?: object } = {},
): Template['Resources'] => ({
  Instance: { Type: 'AWS::Connect::Instance', Properties: { InstanceAlias: 'desk', Attributes: {} } },
  Hours: ofInstance('HoursOfOperation', {
    Name: 'h',
    TimeZone: 'UTC',
    Config: [{ Day: 'MONDAY', StartTime: open, EndTime: open }],
  }),
  Queue: ofInstance('Queue', { Name: 'Service desk', HoursOfOperationArn: get('Hours', 'HoursOfOperationArn') }),
  Profile: ofInstance('RoutingProfile', {
    ...{ Name: 'Agents', DefaultOutboundQueueArn: queue },
    QueueConfigs: [{ Priority: 1, Delay: 0, QueueReference: { QueueArn: queue, Channel: 'VOICE' } }],
  }),
  Storage: ofInstance('InstanceStorageConfig', {
    ...{ ResourceType: 'AGENT_EVENTS', StorageType: 'KINESIS_STREAM' },
    KinesisStreamConfig: { StreamArn: get('Stream', 'Arn') },
    ...change.storage,
  }),
  Key: { Type: 'AWS::KMS::Key', Properties: change.key ?? {} },
  Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'agents', ...change.stream } },
  ...aFunction('presence', {
    statements: [{ Effect: 'Allow', Action: ['kinesis:*', 'kms:Decrypt', 'events:PutEvents'], Resource: '*' }],
  }),
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: get('Stream', 'Arn'), FunctionName: { Ref: 'presence' }, StartingPosition: 'LATEST' },
  },
});

const clouds: TestCloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});
/** What the function told after ned came to work. */
async function told(made: Template['Resources'], without?: string) {
  if (without) delete made[without];
  const cloud = await cloudOf(made, { presence });
  clouds.push(cloud);
  const heard: string[] = [];
  cloud.bus.onEvent(({ detail }) => heard.push(Object.values(Object(detail)).join(' ')));
  cloud.connect.addAgent({ username: 'ned', firstName: 'Ned', lastName: 'Marsh' });
  cloud.connect.softphone('ned', true);
  cloud.connect.act('ned', { operation: 'PutAgentState', params: { state: { name: 'Available' } } });
  await cloud.streams.idle();
  return { heard, problems: cloud.problems.list() };
}
const encrypted = (KeyId: unknown) => ({ stream: { StreamEncryption: { EncryptionType: 'KMS', KeyId } } });
const ownKey = get('Key', 'Arn');

describe('agent events, from the instance by the stream to the function', () => {
  it('arrive in their order', async () => {
    expect(await told(resources())).toEqual({ heard: ['LOGIN Offline', 'STATE_CHANGE Available'], problems: [] });
  });
  it('do not without a storage configuration', async () => {
    expect((await told(resources(), 'Storage')).heard).toEqual([]);
  });
  it('do not without a mapping, and somebody should know', async () => {
    const { heard, problems } = await told(resources(), 'Mapping');
    expect(heard).toEqual([]);
    expect(problems.join('\n')).toContain('nobody reads the stream agents');
  });
  it('do not when the stream is not of the template', async () => {
    const arn = 'arn:aws:kinesis:us-east-1:000000000000:stream/other';
    const { heard, problems } = await told(resources({ storage: { KinesisStreamConfig: { StreamArn: arn } } }));
    expect(heard).toEqual([]);
    expect(problems.join('\n')).toContain(`Connect cannot put records into ${arn}: the template has no such stream`);
  });
  it('do not into a stream with Kinesis’s own key, which the instance may not use', async () => {
    const { heard, problems } = await told(resources(encrypted('alias/aws/kinesis')));
    expect(heard).toEqual([]);
    expect(problems.join('\n')).toContain("encrypted with Kinesis's own key");
  });
  it('into a stream with a key of ours only when its policy lets the instance’s role', async () => {
    const anybodyElse = keyPolicy({ AWS: 'arn:aws:iam::000000000000:root' });
    const refused = await told(resources({ ...encrypted(ownKey), key: anybodyElse }));
    expect(refused.heard).toEqual([]);
    expect(refused.problems.join('\n')).toContain('does not allow kms:GenerateDataKey for the service-linked role');
    const theInstance = keyPolicy({ AWS: get('Instance', 'ServiceRole') });
    expect((await told(resources({ ...encrypted(ownKey), key: theInstance }))).heard.length).toBe(2);
    const role = (name: string) => `arn:aws:iam::000000000000:role/aws-service-role/connect.amazonaws.com/${name}`;
    for (const [name, count] of [
      ['AWSServiceRoleForAmazonConnect_*', 2],
      ['AWSServiceRoleForOthers_*', 0],
    ] as const) {
      const key = keyPolicy({ AWS: '*' }, { ArnLike: { 'aws:PrincipalArn': role(name) } });
      expect((await told(resources({ ...encrypted(ownKey), key }))).heard.length).toBe(count);
    }
  });
  it('are stored in a stream and nowhere else', async () => {
    await expect(told(resources({ storage: { StorageType: 'S3' } }))).rejects.toThrow(
      'agent events are stored in a KINESIS_STREAM, not in S3',
    );
  });
});
