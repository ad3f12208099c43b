import { describe, expect, it } from 'vitest';
import { anInstance, type Block, bye, faults, heard, type Options, ok, says, toQueue, visited } from '../instance.ts';

const goes: Block[] = [says('yes', 'bye', 'yes'), says('no', 'bye', 'no'), says('error', 'bye', 'error'), bye];
const block = (type: string, parameters: Record<string, unknown>, more: Partial<Block> = {}): Block => ({
  id: 'it',
  type,
  parameters,
  next: 'yes',
  errors: { NoMatchingError: 'error', NoMatchingCondition: 'no' },
  ...more,
});
async function run(first: Block[], options: Options = {}, from?: string) {
  const desk = anInstance({ ...options, inbound: [...first, ...goes] });
  const call = await desk.dial(from);
  await desk.until(() => call.phase === 'ended' || call.phase === 'queue');
  return { ...desk, call, words: heard(call).join(' ') };
}

describe('Compare', () => {
  const compare = (path: string, operand: string) =>
    block('Compare', { ComparisonValue: path }, { when: { [operand]: 'yes' } });
  it.each([
    ['$.CustomerEndpoint.Address', '+12125550123', 'yes'],
    ["$['AwsRegion']", 'us-east-1', 'yes'],
    ['$.Channel', 'voice', 'no'],
    ['$.Agent.ARN', 'NULL', 'yes'],
    ['$.Attributes.none', 'NULL', 'no'],
    ['$.Queue.Name', 'NULL', 'yes'],
    ['$.SystemEndpoint.Address', '$.SystemEndpoint.Address', 'yes'],
  ])('%s with %s: %s', async (path, operand, words) => {
    expect((await run([compare(path, operand)])).words).toBe(words);
  });
});

describe('CheckHoursOfOperation', () => {
  const check = block(
    'CheckHoursOfOperation',
    { HoursOfOperationId: '${Hours}' },
    { when: { True: 'yes', False: 'no' } },
  );
  const ofQueue = { ...check, parameters: {} };
  const queue = { ...block('UpdateContactTargetQueue', { QueueId: '${Queue}' }, { next: 'it' }), id: 'first' };
  it.each([
    ['in the hours', [check], '2026-11-20T15:00:00Z', 'yes'],
    ['on a Saturday', [check], '2026-11-21T15:00:00Z', 'no'],
    ["in the queue's hours", [queue, ofQueue], '2026-11-20T15:00:00Z', 'yes'],
    ['without hours and queue', [ofQueue], '2026-11-20T15:00:00Z', 'error'],
  ])('%s', async (_, blocks, start, words) => {
    expect((await run(blocks, { start })).words).toBe(words);
  });
});

describe('UpdateContactAttributes', () => {
  const set = (Attributes: object) => block('UpdateContactAttributes', { Attributes });
  it('sets references and shows them to the agent', async () => {
    const { call, becomes, agent } = await run([
      { ...set({ who: 'caller $.CustomerEndpoint.Address' }), next: 'queue' },
      ...toQueue.filter(({ id }) => id !== 'bye'),
    ]);
    becomes('ned', 'Available');
    expect(call.phase).toBe('ringing');
    expect(agent('ned').contacts[0]?.attributes).toEqual({ who: 'caller +12125550123' });
  });

  it('sets all or nothing', async () => {
    const { words, call, ask, instanceArn } = await run([set({ a: 'b', empty: '$.External.none' })]);
    expect(words).toBe('error');
    const { body } = await ask('GET', `/contact/attributes/${instanceArn.split('/')[1]}/${call.contactId}`);
    expect(body.Attributes).toEqual({});
    expect((await run([set({ a: 'x'.repeat(32 * 1024) })])).words).toBe('error');
  });
});

describe('TransferContactToQueue', () => {
  const enter = block('TransferContactToQueue', {}, { errors: { NoMatchingError: 'error', QueueAtCapacity: 'no' } });
  it('needs a queue', async () => {
    expect((await run([enter])).words).toBe('error');
  });

  it('refuses a contact when the queue is full, counting those who ring', async () => {
    const desk = anInstance({ inbound: toQueue, queue: { MaxContacts: 1 } });
    desk.becomes('ned', 'Available');
    const first = await desk.dial();
    await desk.until(() => first.phase === 'ringing');
    const second = await desk.dial();
    await desk.until(() => second.phase === 'ended');
    expect(second.events.find((event) => event.kind === 'block' && event.id === 'enter')).toMatchObject({
      why: 'QueueAtCapacity: Service desk holds 1 contacts',
    });
    first.hangUp();
    const third = await desk.dial();
    await desk.until(() => third.phase === 'queue');
  });
});

describe('UpdateContactTargetQueue, UpdateContactEventHooks, TransferToFlow', () => {
  it.each([
    ['UpdateContactTargetQueue', { QueueId: 'nowhere' }],
    ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'nowhere' } }],
    ['TransferToFlow', { ContactFlowId: 'nowhere' }],
  ])('%s takes the error branch for what the instance does not have', async (type, parameters) => {
    expect((await run([block(type, parameters)])).words).toBe('error');
  });

  it('goes on in the other flow, with attributes but without what the function said', async () => {
    const other = {
      type: 'CONTACT_FLOW',
      blocks: [says('$.Attributes.a/$.External.b/$.FlowAttributes.c', 'bye'), bye],
    };
    const { words } = await run(
      [
        { ...block('UpdateContactAttributes', { Attributes: { a: 'A' } }), next: 'ask' },
        {
          id: 'ask',
          type: 'InvokeLambdaFunction',
          parameters: { LambdaFunctionARN: '${Function}', InvocationTimeLimitSeconds: '3' },
          next: 'keep',
          errors: { NoMatchingError: 'error' },
        },
        {
          id: 'keep',
          type: 'UpdateFlowAttributes',
          parameters: { FlowAttributes: { c: { Value: 'C' } } },
          next: 'here',
          errors: { NoMatchingError: 'error' },
        },
        says('$.Attributes.a/$.External.b/$.FlowAttributes.c', 'go', 'here'),
        { ...block('TransferToFlow', { ContactFlowId: '${Other}' }), id: 'go' },
      ],
      { flows: { Other: other }, answer: () => ok({ b: 'B' }) },
    );
    expect(words).toBe('A/B/C A//');
  });
});

describe('Loop', () => {
  it('continues as often as it says, then is done, then starts again', async () => {
    const { call } = await run([
      block('Loop', { LoopCount: '2' }, { when: { ContinueLooping: 'turn', DoneLooping: 'rounds' } }),
      says('turn', 'it', 'turn'),
      { ...block('Loop', { LoopCount: '1' }, { when: { ContinueLooping: 'it', DoneLooping: 'yes' } }), id: 'rounds' },
    ]);
    expect(heard(call)).toEqual(['turn', 'turn', 'turn', 'turn', 'yes']);
    expect(visited(call).filter((id) => id === 'rounds').length).toBe(2);
  });
});

describe('Wait', () => {
  it('lets its time pass', async () => {
    const { clock, words } = await run([block('Wait', { TimeLimitSeconds: '90' }, { when: { WaitCompleted: 'yes' } })]);
    expect(words).toBe('yes');
    expect(clock.now()).toBe(Date.parse('2026-11-20T15:00:00.250Z') + 90_000 + 200);
  });
});

describe('settings of the contact', () => {
  it.each([
    ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }],
    ['UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } }],
    [
      'UpdateContactRecordingAndAnalyticsBehavior',
      { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ['Agent'] } } },
    ],
    ['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Amy' }],
    ['UpdateContactRoutingBehavior', { QueuePriority: '1' }],
    ['UpdateContactData', { Name: 'A call' }],
  ])('%s goes on', async (type, parameters) => {
    expect((await run([block(type, parameters)])).words).toBe('yes');
  });

  it('UpdateContactRecordingAndAnalyticsBehavior takes ChannelMismatch for a chat setting', async () => {
    const { words } = await run([
      block('UpdateContactRecordingAndAnalyticsBehavior', { ChatBehavior: {} }, { errors: { ChannelMismatch: 'no' } }),
    ]);
    expect(words).toBe('no');
  });

  it('UpdateContactRoutingBehavior puts a contact before one that waits longer', async () => {
    const desk = anInstance({
      inbound: [
        block(
          'Compare',
          { ComparisonValue: '$.CustomerEndpoint.Address' },
          { when: { '+1vip': 'vip' }, errors: { NoMatchingCondition: 'queue' } },
        ),
        { id: 'vip', type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '1' }, next: 'queue' },
        says('yes', 'bye', 'yes'),
        ...toQueue,
      ],
    });
    const calls = [await desk.dial('+1'), await desk.dial('+1vip')];
    await desk.until(() => calls.every((call) => call.phase === 'queue'));
    desk.becomes('ned', 'Available');
    expect(calls.map((call) => call.phase)).toEqual(['queue', 'ringing']);
  });
});

describe('what is not emulated', () => {
  it.each([
    ['an unknown block', block('ShowView', {}), 'not emulated: block type ShowView (block it of flow "Inbound")'],
    [
      'a form of a block',
      block('GetParticipantInput', { EnableDTMFBuffer: 'True' }),
      'not emulated: touch-tone buffering (block it of flow "Inbound")',
    ],
    [
      'a hook',
      block('UpdateContactEventHooks', { EventHooks: { PauseContact: 'x' } }),
      'not emulated: event hook PauseContact (block it of flow "Inbound")',
    ],
  ])('stops the call and names %s', async (_, first, message) => {
    const { call, events } = await run([first]);
    expect(call).toMatchObject({ phase: 'ended', endedBy: 'flow' });
    expect(faults(call)).toEqual([message]);
    expect(heard(call)).toEqual([]);
    expect(events()).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
  });
});

describe('an error without a branch', () => {
  it('ends the call in an inbound flow and says so', async () => {
    const { call } = await run([block('UpdateContactTargetQueue', { QueueId: 'nowhere' }, { errors: {} })]);
    expect(call.endedBy).toBe('flow');
    expect(faults(call)[0]).toContain('NoMatchingError without a branch for it');
  });

  it('leaves the caller in the queue in a queue flow', async () => {
    const desk = anInstance({
      flows: {
        Broken: {
          type: 'CUSTOMER_QUEUE',
          blocks: [block('TransferContactToQueue', {}, { next: undefined, errors: {} })],
        },
      },
      inbound: [
        {
          id: 'hook',
          type: 'UpdateContactEventHooks',
          parameters: { EventHooks: { CustomerQueue: '${Broken}' } },
          next: 'queue',
          errors: { NoMatchingError: 'bye' },
        },
        ...toQueue,
      ],
    });
    const call = await desk.dial();
    await desk.until(() => faults(call).length > 0);
    expect(call.phase).toBe('queue');
    desk.becomes('ned', 'Available');
    expect(call.phase).toBe('ringing');
  });

  it('goes on after a prompt that fails', async () => {
    const { words } = await run([block('MessageParticipant', {}, { errors: {} })]);
    expect(words).toBe('yes');
  });
});
