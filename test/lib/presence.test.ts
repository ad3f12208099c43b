import { describe, expect, it } from 'vitest';
import { readContext } from '../../lib/context.ts';
import { existingInstance } from './existing-instance.ts';
import { templateOf } from './synth.ts';
import { namedIn, ofType, sampleTemplate, type Template } from './template.ts';

const sample = sampleTemplate();
const production = templateOf({ ...(readContext().deskline as object), stage: 'production' });
const existing = templateOf(existingInstance);
const streamArn = 'arn:aws:kinesis:eu-west-1:123456789012:stream/agents';
const ownStream = templateOf({ ...existingInstance, agentEvents: streamArn });

/** Statements of the role of the function of this name. */
function statementsOf(template: Template, name: string) {
  const [, fn] =
    ofType(template, 'AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === name) ?? [];
  const [role] = namedIn(fn?.Properties.Role);
  return ofType(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => namedIn(Properties.Roles).includes(role ?? ''))
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
}
type Statement = { Action: string | string[]; Resource: unknown };
const allowed = (template: Template, name: string, action: string) =>
  statementsOf(template, name)
    .filter(({ Action }) => [Action].flat().includes(action))
    .map(({ Resource }) => JSON.stringify(Resource));

describe('the agent event stream', () => {
  const mappings = (template: Template) =>
    ofType(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);

  it.each([
    ['a sample stage', sample],
    ['production', production],
  ])('of %s is written by the instance and read by track-presence, which loses nothing unseen', (_, template) => {
    const config = ofType(template, 'AWS::Connect::InstanceStorageConfig')
      .map(([, { Properties }]) => Properties)
      .find(({ ResourceType }) => ResourceType === 'AGENT_EVENTS');
    const [mapping, ...others] = mappings(template);
    expect(others).toEqual([]);
    expect(config?.KinesisStreamConfig).toEqual({ StreamArn: mapping?.EventSourceArn });
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 600,
      MaximumRetryAttempts: 5,
    });
    const [letters] = namedIn(mapping?.DestinationConfig);
    expect(template.Resources[letters ?? '']?.Type).toBe('AWS::SQS::Queue');
    const watched = ofType(template, 'AWS::CloudWatch::Alarm').filter(([, { Properties }]) =>
      namedIn(Properties.Dimensions).includes(letters ?? ''),
    );
    expect(watched.map(([, { Properties }]) => Properties.AlarmDescription)).toEqual([
      expect.stringContaining('calls may be handed to those who cannot take them'),
    ]);
  });

  it('is read with the key that it is encrypted with, and no other right to keys', () => {
    const [key, ...others] = allowed(sample, 'deskline-sample-track-presence', 'kms:Decrypt');
    expect(others).toEqual([]);
    const [stream] = ofType(sample, 'AWS::Kinesis::Stream').filter(([id]) => id.includes('AgentEvents'));
    expect(namedIn(JSON.parse(key ?? ''))).toEqual(namedIn(stream?.[1].Properties.StreamEncryption));
  });

  it.each([
    ['of the stack', sample, 1],
    ['that exists', ownStream, 1],
    ['that there is none of', existing, 0],
  ])('%s wakes somebody when records are written and nobody is called to read them', (_, template, count) => {
    const alarms = ofType(template, 'AWS::CloudWatch::Alarm')
      .map(([, { Properties }]) => Properties)
      .filter(({ Metrics }) => JSON.stringify(Metrics ?? '').includes('IncomingRecords'));
    expect(alarms).toHaveLength(count);
    for (const { Metrics, AlarmDescription, EvaluationPeriods } of alarms) {
      expect(EvaluationPeriods).toBe(3);
      const asked = (Metrics as { MetricStat?: { Metric: { MetricName: string } } }[]).flatMap(
        ({ MetricStat }) => MetricStat?.Metric.MetricName ?? [],
      );
      expect(asked.sort()).toEqual(['IncomingRecords', 'Invocations']);
      expect(AlarmDescription).toContain('shown as offline');
    }
    const named = JSON.stringify(alarms.flatMap(({ Metrics }) => Metrics));
    if (template === ownStream) expect(named).toContain('"Value":"agents"');
  });

  it('that exists is read, and its key is its owner’s matter', () => {
    expect(mappings(ownStream)).toMatchObject([{ EventSourceArn: streamArn }]);
    const name = String(
      ofType(ownStream, 'AWS::Lambda::Function')
        .map(([, { Properties }]) => Properties.FunctionName)
        .find((each) => String(each).endsWith('track-presence')),
    );
    expect(allowed(ownStream, name, 'kinesis:GetRecords')).toEqual([expect.stringContaining(streamArn)]);
    expect(allowed(ownStream, name, 'kms:Decrypt')).toEqual([]);
  });

  it('that there is none of is not read', () => {
    expect(mappings(existing)).toEqual([]);
  });
});

it('lets track-presence say on the bus that a presence changed, and nothing else', () => {
  const says = statementsOf(sample, 'deskline-sample-track-presence').filter(({ Action }) =>
    [Action].flat().includes('events:PutEvents'),
  );
  expect(says).toMatchObject([
    { Condition: { StringEquals: { 'events:source': 'deskline', 'events:detail-type': 'Agent Presence Changed' } } },
  ]);
  expect(JSON.stringify(says)).toContain(':event-bus/default');
});

describe('what other systems say of work', () => {
  const rule = ofType(sample, 'AWS::Events::Rule')
    .map(([, { Properties }]) => Properties)
    .find(({ EventPattern }) => JSON.stringify(EventPattern ?? '').includes('Agent Work Changed'));

  it('is followed from any source but ours, and kept when it could not be', () => {
    expect(rule?.EventPattern).toEqual({
      source: [{ 'anything-but': ['deskline'] }],
      'detail-type': ['Agent Work Changed'],
    });
    expect(rule?.Targets).toMatchObject([{ DeadLetterConfig: {}, RetryPolicy: { MaximumRetryAttempts: 20 } }]);
  });

  it('finds the status that is set in the instance', () => {
    expect(ofType(existing, 'AWS::Connect::AgentStatus').map(([, { Properties }]) => Properties)).toMatchObject([
      { Name: 'Busy with a case', State: 'ENABLED', Type: 'CUSTOM' },
    ]);
  });
});

describe('quick connects', () => {
  it('are made by sync-agents for the one flow that leads to agents, and offered in every queue of the stack', () => {
    const [create] = allowed(sample, 'deskline-sample-sync-agents', 'connect:CreateQuickConnect');
    const flows = namedIn(JSON.parse(create ?? '')).filter(
      (id) => sample.Resources[id]?.Type === 'AWS::Connect::ContactFlow',
    );
    expect(flows.map((id) => sample.Resources[id]?.Properties.Type)).toEqual(['AGENT_TRANSFER']);
    const [offer] = allowed(sample, 'deskline-sample-sync-agents', 'connect:AssociateQueueQuickConnects');
    const queues = ofType(sample, 'AWS::Connect::Queue').map(([id]) => id);
    expect(queues).toHaveLength(3);
    expect(namedIn(JSON.parse(offer ?? ''))).toEqual(expect.arrayContaining(queues));
  });

  it('are shown by desk-api with the figures of exactly these queues', () => {
    const [figures] = allowed(sample, 'deskline-sample-desk-api', 'connect:GetCurrentMetricData');
    expect(namedIn(JSON.parse(figures ?? '')).sort()).toEqual(
      ofType(sample, 'AWS::Connect::Queue')
        .map(([id]) => id)
        .sort(),
    );
  });
});
