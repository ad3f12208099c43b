import { describe, expect, it } from 'vitest';
import type { InvokeResult } from '../../../../local/ports.ts';
import { anInstance, type Block, bye, ended, faults, functionArn, heard, ok, says, whyOf } from '../instance.ts';

const asks = (parameters: Record<string, unknown> = {}): Block[] => [
  {
    id: 'ask',
    type: 'InvokeLambdaFunction',
    parameters: { LambdaFunctionARN: '${Function}', InvocationTimeLimitSeconds: '3', ...parameters },
    next: 'tell',
    errors: { NoMatchingError: 'fail' },
  },
  says('Hello $.External.name', 'bye', 'tell'),
  says('Failed', 'bye', 'fail'),
  bye,
];

async function asked(answers: InvokeResult[], parameters: Record<string, unknown> = {}, associated = true) {
  const desk = anInstance({
    inbound: asks(parameters),
    associated,
    answer: () => answers.shift() ?? ok({ name: 'last' }),
  });
  const call = await desk.dial('');
  await desk.until(() => call.phase === 'ended');
  const why = whyOf(call, 'ask');
  return { ...desk, call, words: heard(call)[0], why: why?.kind === 'block' ? why.why : undefined };
}

describe('InvokeLambdaFunction', () => {
  it('gives the function the contact, absent values as null and its own ids on the first leg', async () => {
    const { invoked, call, instanceArn, to } = await asked([], {
      LambdaInvocationAttributes: { dialled: 'to $.SystemEndpoint.Address' },
    });
    expect(invoked).toEqual([
      {
        functionArn,
        caller: { principal: 'connect.amazonaws.com', sourceArn: instanceArn },
        timeoutMs: 3_000,
        payload: {
          Name: 'ContactFlowEvent',
          Details: {
            Parameters: { dialled: `to ${to}` },
            ContactData: {
              Attributes: {},
              AwsRegion: 'us-east-1',
              Channel: 'VOICE',
              ContactId: call.contactId,
              CustomerEndpoint: null,
              CustomerId: null,
              Description: null,
              InitialContactId: call.contactId,
              InitiationMethod: 'INBOUND',
              InstanceARN: instanceArn,
              LanguageCode: 'en-US',
              MediaStreams: { Customer: { Audio: null } },
              Name: null,
              PreviousContactId: call.contactId,
              Queue: null,
              References: {},
              RelatedContactId: null,
              SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
              SystemEndpoint: { Address: to, Type: 'TELEPHONE_NUMBER' },
              Tags: { 'aws:connect:instanceId': instanceArn.split('/')[1], 'aws:connect:systemEndpoint': to },
            },
          },
        },
      },
    ]);
  });

  it('puts the answer into $.External', async () => {
    expect((await asked([ok({ name: 'Ann' })])).words).toBe('Hello Ann');
  });

  it.each([
    ['a value that is no text', { name: { first: 'Ann' } }, 'name is {"first":"Ann"}, not a text'],
    ['no object', 'Ann', 'the function answered "Ann", not an object'],
    ['too much', { name: 'x'.repeat(33_000) }, 'not under 32 KB'],
  ])('takes the error branch on %s', async (_, payload, why) => {
    const { words, why: told } = await asked([ok(payload)]);
    expect(words).toBe('Failed');
    expect(told).toContain(why);
  });

  it('takes any object when the block says JSON', async () => {
    const { words } = await asked([ok({ name: { first: 'Ann' } })], { ResponseValidation: { ResponseType: 'JSON' } });
    expect(words).toBe('Hello {"first":"Ann"}');
  });

  it('tries a failing function again, at most three times and inside the time limit', async () => {
    const broken = () => ended('error', 'boom', 500);
    expect((await asked([broken(), broken(), ok({ name: 'Ann' })])).words).toBe('Hello Ann');
    const never = await asked([1, 2, 3, 4, 5].map(broken));
    expect(never.words).toBe('Failed');
    expect(never.invoked.map((run) => run.timeoutMs)).toEqual([3_000, 2_500, 2_000, 1_500]);
    const slow = await asked([ended('error', 'boom', 2_000), ended('timeout', 'no answer', 990)]);
    expect(slow.invoked.map((run) => run.timeoutMs)).toEqual([3_000, 1_000]);
    expect(slow.why).toContain('gave timeout: no answer');
  });

  it('names the missing association, takes the error branch, and the call goes on', async () => {
    const { call, words, invoked } = await asked([], {}, false);
    expect(words).toBe('Failed');
    expect(invoked).toEqual([]);
    expect(faults(call)).toEqual([
      `the function ${functionArn} is not associated with the instance: the template lacks an ` +
        'AWS::Connect::IntegrationAssociation of type LAMBDA_FUNCTION for it',
    ]);
  });

  it('says when it may not invoke, and does not try again', async () => {
    const { call, invoked, words } = await asked([
      ended('refused', 'no AWS::Lambda::Permission for connect.amazonaws.com'),
    ]);
    expect(words).toBe('Failed');
    expect(invoked.length).toBe(1);
    expect(faults(call)[0]).toContain('no AWS::Lambda::Permission');
  });

  it('lets the caller hang up while the function runs, and asks it no more', async () => {
    let answer: (result: InvokeResult) => void = () => {};
    const desk = anInstance({
      inbound: asks(),
      answer: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const call = await desk.dial();
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.invoked.length).toBe(1);
    call.hangUp();
    expect(call.phase).toBe('ended');
    answer(ended('error', 'boom'));
    await desk.connect.settled();
    expect(desk.invoked.length).toBe(1);
    expect(heard(call)).toEqual([]);
    expect(faults(call)).toEqual([]);
  });
});
