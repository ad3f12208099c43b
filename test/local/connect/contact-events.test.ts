import { describe, expect, it } from 'vitest';
import { passTime } from '../../../local/connect/clock.ts';
import { anInstance, says, toQueue } from './instance.ts';

const notYet = '1970-01-01T00:00:00.001Z';

async function anAnsweredCall() {
  const desk = anInstance({ inbound: [says('Hello', 'queue'), ...toQueue] });
  desk.becomes('ned', 'Available');
  const call = await desk.dial();
  await desk.until(() => call.phase === 'ringing');
  desk.act('ned', 'AcceptContact');
  await desk.until(() => call.phase === 'talking');
  await passTime(desk.connect, desk.clock, 60_000);
  call.hangUp();
  await passTime(desk.connect, desk.clock, 12_345);
  desk.act('ned', 'ClearContact');
  const of = (type: string) => {
    const event = desk.bus.find((candidate) => candidate.detail.eventType === type);
    if (!event) throw new Error(`no ${type}`);
    return event;
  };
  return { ...desk, call, of };
}

describe('contact events', () => {
  it('come in an envelope of whole seconds that names contact and instance', async () => {
    const { of, instanceArn, call } = await anAnsweredCall();
    expect(of('INITIATED')).toMatchObject({
      source: 'aws.connect',
      'detail-type': 'Amazon Connect Contact Event',
      time: '2026-11-20T15:00:00Z',
      resources: [instanceArn, `${instanceArn}/contact/${call.contactId}`],
    });
  });

  it('say at the start what is not yet, and leave out what the first leg has not', async () => {
    const { of, call, instanceArn, to } = await anAnsweredCall();
    expect(of('INITIATED').detail).toEqual({
      eventType: 'INITIATED',
      contactId: call.contactId,
      channel: 'VOICE',
      instanceArn,
      initiationMethod: 'INBOUND',
      initiationTimestamp: '2026-11-20T15:00:00.250Z',
      connectedToSystemTimestamp: '2026-11-20T15:00:00.250Z',
      scheduledTimestamp: notYet,
      disconnectTimestamp: notYet,
      customerEndpoint: { address: '+12125550123', type: 'TELEPHONE_NUMBER' },
      systemEndpoint: { address: to, type: 'TELEPHONE_NUMBER' },
      segmentAttributes: { 'connect:Subtype': { valueString: 'connect:Telephony' } },
      tags: { 'aws:connect:instanceId': instanceArn.split('/')[1], 'aws:connect:systemEndpoint': to },
    });
  });

  it('tell the agent by ARN alone, and the after-call work only when it is over', async () => {
    const { of, agent } = await anAnsweredCall();
    const { arn: agentArn } = agent('ned');
    expect(of('QUEUED').detail.agentInfo).toBeUndefined();
    expect(of('DISCONNECTED').detail.agentInfo).toEqual({
      agentArn,
      connectedToAgentTimestamp: expect.stringMatching(/^2026-11-20T15:00:01/),
      acceptedByAgentTimestamp: expect.stringMatching(/^2026-11-20T15:00:00/),
      hierarchyGroups: {},
    });
    expect(of('COMPLETED').detail.agentInfo).toMatchObject({
      agentArn,
      afterContactWorkStartTimestamp: of('DISCONNECTED').detail.disconnectTimestamp,
      afterContactWorkDuration: 12,
    });
  });

  it('never say why the contact ended; its record does', async () => {
    const { of, call, ask, connect } = await anAnsweredCall();
    expect(of('DISCONNECTED').detail).not.toHaveProperty('disconnectReason');
    const { body } = await ask('GET', `/contacts/${connect.instanceArn()?.split('/')[1]}/${call.contactId}`);
    expect(body.Contact.DisconnectReason).toBe('CUSTOMER_DISCONNECT');
  });

  it('tell of changed attributes without their values', async () => {
    const desk = anInstance({
      inbound: [
        {
          id: 'set',
          type: 'UpdateContactAttributes',
          parameters: { Attributes: { personName: 'Ann' } },
          next: 'bye',
          errors: { NoMatchingError: 'bye' },
        },
        { id: 'bye', type: 'DisconnectParticipant' },
      ],
    });
    const call = await desk.dial();
    await desk.until(() => call.phase === 'ended');
    expect(desk.events()).toEqual(['INITIATED', 'CONTACT_DATA_UPDATED', 'DISCONNECTED', 'COMPLETED']);
    expect(desk.bus[1]?.detail.updatedProperties).toEqual(['UserDefinedAttributes']);
    expect(JSON.stringify(desk.bus)).not.toContain('Ann');
    expect(desk.bus[2]?.detail).not.toHaveProperty('queueInfo');
    const { body } = await desk.ask('GET', `/contacts/${desk.instanceArn.split('/')[1]}/${call.contactId}`);
    expect(body.Contact.DisconnectReason).toBe('CONTACT_FLOW_DISCONNECT');
  });
});
