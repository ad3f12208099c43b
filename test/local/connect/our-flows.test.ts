import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InvokeResult } from '../../../local/ports.ts';
import { anInstance, ended, faults, functionArn, heard, ok, visited } from './instance.ts';

/** Our own flows as the template gives them to the instance, with a function that answers as told. */
function ourDesk(answer: () => InvokeResult, start?: string) {
  const desk = anInstance({ answer, start });
  const { connect, instanceArn, arns } = desk;
  const made: Record<string, string> = {
    IdentifyCallerArn: functionArn,
    HoursArn: arns.Hours ?? '',
    ServiceDeskQueueArn: arns.Queue ?? '',
    BillingQueueArn: arns.Billing ?? '',
    NetworkQueueArn: arns.Billing ?? '',
  };
  made.HoldMusicArn = connect.provision('AWS::Connect::Prompt', 'Music', {
    InstanceArn: instanceArn,
    Name: 'Hold music',
    S3Uri: 's3://bucket/music.wav',
  }).ref;
  const flow = (file: string, placeholder: string, type: string) => {
    const content = readFileSync(`contact-flows/${file}.json`, 'utf8').replace(/\$\{(\w+)\}/g, (_, name: string) => {
      if (!made[name]) throw new Error(`${file} needs ${name}`);
      return made[name];
    });
    made[placeholder] = connect.provision('AWS::Connect::ContactFlow', placeholder, {
      InstanceArn: instanceArn,
      Name: file,
      Type: type,
      Content: content,
    }).ref;
  };
  flow('queue', 'QueueFlowArn', 'CUSTOMER_QUEUE');
  flow('agent-whisper', 'AgentWhisperArn', 'AGENT_WHISPER');
  flow('customer-whisper', 'CustomerWhisperArn', 'CUSTOMER_WHISPER');
  flow('customer-hold', 'CustomerHoldArn', 'CUSTOMER_HOLD');
  flow('agent-hold', 'AgentHoldArn', 'AGENT_HOLD');
  flow('disconnect', 'DisconnectFlowArn', 'CONTACT_FLOW');
  flow('inbound', 'InboundFlowArn', 'CONTACT_FLOW');
  return {
    ...desk,
    async dial(from = '+12125550123') {
      await desk.ask('PUT', `/phone-number/${encodeURIComponent(desk.number.ref)}/contact-flow`, {
        InstanceId: instanceArn,
        ContactFlowId: made.InboundFlowArn,
      });
      return connect.dial({ from, to: desk.to });
    },
  };
}

const ann = () =>
  ok({
    ...{ outcome: 'one-person', personId: 'p1', personName: 'Ann Lee', spokenName: 'Ann Lee' },
    ...{ requestNumber: 'none', keyedFound: 'no', interactionId: 'i1' },
  });

describe('our flows on the instance', () => {
  it('greet a known caller by name, whisper the name to the agent, and say goodbye', async () => {
    const desk = ourDesk(ann);
    desk.becomes('ned', 'Available');
    const call = await desk.dial();
    await desk.until(() => call.phase === 'ringing');
    expect(desk.agent('ned').contacts[0]?.attributes).toMatchObject({
      outcome: 'one-person',
      personName: 'Ann Lee',
      dialledNumber: desk.to,
      interactionId: 'i1',
    });
    desk.act('ned', 'AcceptContact');
    await desk.until(() => call.phase === 'talking');
    const whisper = call.events.find((event) => event.kind === 'block' && event.flow === 'agent-whisper');
    expect(whisper).toMatchObject({ why: expect.stringMatching(/^the agent hears: .*Ann Lee.*Service desk/) });
    desk.act('ned', 'DestroyConnection');
    await desk.until(() => call.phase === 'ended');
    expect(heard(call)[0]).toContain('Hello Ann Lee');
    expect(heard(call).at(-1)).toContain('Goodbye');
    expect(heard(call)).not.toContainEqual(expect.stringMatching(/^Ann Lee/));
    expect(faults(call)).toEqual([]);
  });

  it('take a caller who presses 1 to billing', async () => {
    const desk = ourDesk(ann);
    const call = await desk.dial();
    await desk.until(() => call.events.some((event) => event.kind === 'heard' && event.prompt === 'menu'));
    call.press('1');
    await desk.until(() => call.phase === 'queue');
    expect(desk.bus.at(-1)?.detail.queueInfo).toMatchObject({ queueArn: desk.arns.Billing });
  });

  it.each([
    ['fails', ended('error', 'boom')],
    ['is slow', ended('timeout', 'no answer in 3 s', 3_000)],
    ['answers nonsense', ok('nonsense')],
  ])('take the caller to the queue when the function %s', async (_, answer) => {
    const desk = ourDesk(() => answer);
    const call = await desk.dial();
    await desk.until(() => call.phase === 'queue');
    expect(faults(call)).toEqual([]);
  });

  it('tell the caller out of hours, and hang up without a queue', async () => {
    const desk = ourDesk(ann, '2026-11-22T15:00:00Z');
    const call = await desk.dial();
    await desk.until(() => call.phase === 'ended');
    expect(call.endedBy).toBe('flow');
    expect(visited(call)).toContain('say-closed');
    expect(desk.events()).not.toContain('QUEUED');
  });
});
