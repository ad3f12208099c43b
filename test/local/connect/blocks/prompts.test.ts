import { describe, expect, it } from 'vitest';
import { anInstance, bye, heard, says, toQueue } from '../instance.ts';

const start = Date.parse('2026-11-20T15:00:00.250Z');

describe('MessageParticipant', () => {
  it('speaks for as long as its text takes, pauses of SSML included', async () => {
    const desk = anInstance({
      inbound: [
        {
          id: 'ssml',
          type: 'MessageParticipant',
          parameters: { SSML: '<speak>Hello <break time="2s"/>you &amp; me</speak>' },
          next: 'bye',
        },
        bye,
      ],
    });
    const call = await desk.dial();
    await desk.until(() => call.phase === 'ended');
    expect(heard(call)).toEqual(['Hello you & me']);
    expect(desk.clock.now() - start).toBe('Hello you & me'.length * 60 + 2_000);
  });

  it('puts references in, leaves the dot of the sentence, and says nothing for a reference that leads nowhere', async () => {
    const desk = anInstance({
      inbound: [says('From $.CustomerEndpoint.Address. To $.SystemEndpoint.Address, $.Attributes.none!', 'bye'), bye],
    });
    const call = await desk.dial();
    await desk.until(() => call.phase === 'ended');
    expect(heard(call)).toEqual(['From +12125550123. To +12125550100, !']);
  });

  it('names the recording that it plays', async () => {
    const desk = anInstance();
    const prompt = desk.connect.provision('AWS::Connect::Prompt', 'Music', {
      InstanceArn: desk.instanceArn,
      Name: 'Hold music',
      S3Uri: 's3://b/k',
    });
    expect(prompt.attributes.PromptArn).toContain('/prompt/');
    const { connect, instanceArn } = desk;
    const flow = connect.provision('AWS::Connect::ContactFlow', 'Playing', {
      InstanceArn: instanceArn,
      Name: 'Playing',
      Type: 'CONTACT_FLOW',
      Content: JSON.stringify({
        Version: '2019-10-30',
        StartAction: 'play',
        Actions: [
          {
            Identifier: 'play',
            Type: 'MessageParticipant',
            Parameters: { PromptId: prompt.ref },
            Transitions: { NextAction: 'bye' },
          },
          { Identifier: 'bye', Type: 'DisconnectParticipant', Transitions: {} },
        ],
      }),
    });
    await desk.ask('PUT', `/phone-number/${encodeURIComponent(desk.number.ref)}/contact-flow`, {
      InstanceId: instanceArn,
      ContactFlowId: flow.ref,
    });
    const call = connect.dial({ from: '', to: desk.to });
    await desk.until(() => call.phase === 'ended');
    expect(heard(call)).toEqual(['♪ Hold music']);
  });
});

describe('MessageParticipantIteratively', () => {
  const queueFlow = (parameters: object) => ({
    Waiting: {
      type: 'CUSTOMER_QUEUE',
      blocks: [
        {
          id: 'loop',
          type: 'MessageParticipantIteratively',
          parameters: { Messages: [{ Text: 'Please hold for $.Queue.Name' }, { Text: 'Music' }], ...parameters },
          when: { MessagesInterrupted: 'bye' },
          errors: { NoMatchingError: 'bye' },
        },
        bye,
      ],
    },
  });
  const inbound = [
    {
      id: 'hook',
      type: 'UpdateContactEventHooks',
      parameters: { EventHooks: { CustomerQueue: '${Waiting}' } },
      next: 'queue',
      errors: { NoMatchingError: 'bye' },
    },
    ...toQueue,
  ];

  it('goes round its messages until an agent takes the call', async () => {
    const desk = anInstance({ flows: queueFlow({}), inbound });
    const call = await desk.dial();
    await desk.until(() => heard(call).length === 5);
    desk.becomes('ned', 'Available');
    desk.act('ned', 'AcceptContact');
    await desk.until(() => call.phase === 'talking');
    expect(heard(call).slice(0, 3)).toEqual(['Please hold for Service desk', 'Music', 'Please hold for Service desk']);
    expect(call.events.filter((event) => event.kind === 'heard').every((event) => event.prompt !== 'greeting')).toBe(
      true,
    );
  });

  it('is interrupted after its period, in the middle of a message', async () => {
    const desk = anInstance({ flows: queueFlow({ InterruptFrequencySeconds: '30' }), inbound });
    const call = await desk.dial();
    await desk.until(() => call.phase === 'ended');
    expect(desk.clock.now() - start).toBe(30_000);
    expect(call.endedBy).toBe('flow');
  });
});
