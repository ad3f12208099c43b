import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Template } from '../../../local/cloud/types.ts';
import type { Invocation } from '../../../local/ports.ts';
import { aFunction, cloudOf, type TestCloud } from './cloud-of.ts';

const listener = `
export async function handler(event) {
  if (event.detail?.fail) throw new Error('cannot file this');
  return event;
}`;

const rule = (id: string, properties: Record<string, unknown>): Template['Resources'] => ({
  [id]: { Type: 'AWS::Events::Rule', Properties: { Name: id, State: 'ENABLED', ...properties } },
});
const target = (name: string) => ({
  ...{ Id: 't', Arn: { 'Fn::GetAtt': [name, 'Arn'] } },
  DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Dead', 'Arn'] } },
  RetryPolicy: { MaximumRetryAttempts: 2 },
});
const permission = (ruleId: string, name: string): Template['Resources'] => ({
  [`${ruleId}Permission`]: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      ...{ Action: 'lambda:InvokeFunction', FunctionName: { Ref: name }, Principal: 'events.amazonaws.com' },
      SourceArn: { 'Fn::GetAtt': [ruleId, 'Arn'] },
    },
  },
});
const pattern = (eventType: string) => ({ source: ['aws.connect'], detail: { eventType: [eventType] } });
const event = (detail: Record<string, unknown>, source = 'aws.connect') => ({
  ...{ source, 'detail-type': 'Amazon Connect Contact Event', time: '2027-03-01T09:00:00Z', resources: [], detail },
});

describe('event rules', () => {
  let cloud: TestCloud;
  const ran: Invocation[] = [];
  const dead = 'arn:aws:sqs:us-east-1:000000000000:dead';
  beforeAll(async () => {
    cloud = await cloudOf(
      {
        Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
        ...aFunction('listener'),
        ...rule('Queued', { EventPattern: pattern('QUEUED'), Targets: [target('listener')] }),
        ...permission('Queued', 'listener'),
        ...rule('Forbidden', { EventPattern: pattern('COMPLETED'), Targets: [target('listener')] }),
        ...rule('Off', { State: 'DISABLED', EventPattern: pattern('INITIATED'), Targets: [target('listener')] }),
        ...rule('Hourly', { ScheduleExpression: 'rate(1 hour)', Targets: [target('listener')] }),
        ...permission('Hourly', 'listener'),
      },
      { listener },
    );
    cloud.functions.onInvocation((invocation) => ran.push(invocation));
  });
  afterAll(() => cloud.stop());
  const hear = async (detail: Record<string, unknown>, source?: string) => {
    ran.length = 0;
    cloud.bus.put(event(detail, source));
    await cloud.bus.idle();
    return ran.map(({ outcome }) => outcome);
  };

  it('bring an event to the functions whose pattern it fits, and to no other', async () => {
    expect(await hear({ eventType: 'QUEUED' })).toEqual(['ok']);
    expect(await hear({ eventType: 'DISCONNECTED' })).toEqual([]);
    expect(await hear({ eventType: 'INITIATED' })).toEqual([]);
    // A rule listens to such events and leaves these out on purpose.
    expect(cloud.problems.list()).toEqual([]);
  });

  it('are missed when none listens to the source at all', async () => {
    await hear({ eventType: 'QUEUED' }, 'aws.other');
    expect(cloud.problems.list()).toEqual([
      'no event rule of the template hears aws.other "Amazon Connect Contact Event"',
    ]);
  });

  it('send an event to the dead-letter queue that they may not deliver', async () => {
    expect(await hear({ eventType: 'COMPLETED', n: 1 })).toEqual(['refused']);
    const [message] = cloud.queues.messages(dead);
    expect(message?.why).toContain('rule Forbidden: events.amazonaws.com may not invoke listener');
    expect(message?.body).toMatchObject({ version: '0', account: '000000000000', detail: { n: 1 } });
    expect(cloud.problems.list().join('\n')).toContain('dead received an event that could not be delivered');
  });

  it('leave a fault of the function to Lambda, which tries twice more by the instance’s clock', async () => {
    expect(await hear({ eventType: 'QUEUED', fail: true })).toEqual(['error']);
    for (const [ms, runs] of [
      [59_000, 1],
      [2_000, 2],
      [119_000, 2],
      [2_000, 3],
      [600_000, 3],
    ] as const) {
      cloud.clock.advance(ms);
      await cloud.asynchronous.idle();
      expect(ran.length).toBe(runs);
    }
    expect(cloud.problems.list()).toContain('listener: error: Error: cannot file this');
  });

  it('run schedules once at the start, and then at their rate', async () => {
    ran.length = 0;
    await cloud.bus.startSchedules();
    expect(ran.length).toBe(1);
    cloud.clock.advance(3_600_000);
    await cloud.bus.idle();
    expect(ran.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });
});

describe('custom resources', () => {
  const link = `
export async function handler(event) {
  const { ResponseURL, ResourceProperties, RequestType } = event;
  if (ResourceProperties.Silent) return;
  const ok = ResourceProperties.Flag === 'true' && RequestType === 'Create';
  const body = { Status: ok ? 'SUCCESS' : 'FAILED', Reason: 'the flag is ' + ResourceProperties.Flag, PhysicalResourceId: 'made', Data: { Answer: '42' } };
  await fetch(ResponseURL, { method: 'PUT', body: JSON.stringify(body) });
}`;
  const with_ = (properties: Record<string, unknown>): Template['Resources'] => ({
    ...aFunction('link'),
    Linked: { Type: 'Custom::Links', Properties: { ServiceToken: { 'Fn::GetAtt': ['link', 'Arn'] }, ...properties } },
    After: {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: { 'Fn::Join': ['-', [{ Ref: 'Linked' }, { 'Fn::GetAtt': ['Linked', 'Answer'] }]] } },
    },
  });

  it('run as their function, get scalars as text, and give what it answers', async () => {
    const cloud = await cloudOf(with_({ Flag: true }), { link });
    expect(cloud.queues.has('arn:aws:sqs:us-east-1:000000000000:made-42')).toBe(true);
    await cloud.stop();
  });
  it('stop the start with the function’s reason', async () => {
    await expect(cloudOf(with_({ Flag: false }), { link })).rejects.toThrow(
      'Custom::Links Linked: link answered: the flag is false',
    );
    await expect(cloudOf(with_({ Silent: true }), { link })).rejects.toThrow(
      'link answered: the function ended without an answer',
    );
  });
});

describe('a template that is not emulated', () => {
  it.each<[resources: Template['Resources'], message: string]>([
    [{ Box: { Type: 'AWS::EC2::Instance' } }, 'not emulated: AWS::EC2::Instance Box'],
    [
      {
        A: { Type: 'AWS::SNS::Topic' },
        B: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::GetAtt': ['A', 'Owner'] } } },
      },
      'AWS::SQS::Queue B: not emulated: attribute Owner of AWS::SNS::Topic A',
    ],
    [
      rule('Cron', { ScheduleExpression: 'cron(0 3 * * ? *)' }),
      'AWS::Events::Rule Cron: not emulated: the schedule cron',
    ],
    [
      { A: { Type: 'AWS::SNS::Topic', DependsOn: ['B'] }, B: { Type: 'AWS::SNS::Topic', DependsOn: ['A'] } },
      'circular dependency: A → B → A',
    ],
  ])('is named: %#', async (resources, message) => {
    await expect(cloudOf(resources)).rejects.toThrow(message);
  });
});
