import { describe, expect, it } from 'vitest';
import { says } from '../instance.ts';
import { aDesk, movingOn, toAgent } from './desk.ts';

const caller = '+12125550123';
const talk = (customer: string, third: string) =>
  `Busy/system | connected: agent connected, inbound ${customer}, outbound ${third}`;

/** Ned talks with a customer and has called Beth in, whose phone rings. */
async function asked() {
  const desk = aDesk();
  const call = await desk.talks('ned', caller);
  desk.becomes('beth', 'Available');
  expect(desk.adds('ned', 'beth')).toEqual({ ok: true, value: {} });
  await desk.connect.settled();
  const first = desk.contactOf('ned').contactId;
  const second = desk.connect.contacts().at(-1)?.contactId ?? '';
  return { ...desk, call, first, second };
}

describe('a consultation with another agent', () => {
  it('rings at that agent as a new contact of the conversation, with the attributes and the first agent in it', async () => {
    const desk = aDesk({
      inbound: [
        {
          id: 'set',
          type: 'UpdateContactAttributes',
          parameters: { Attributes: { personName: 'Ann' } },
          next: 'queue',
          errors: { NoMatchingError: 'queue' },
        },
        ...toAgent.map((block) => (block.id === 'queue' ? { ...block, parameters: { QueueId: '${Queue}' } } : block)),
      ],
    });
    const call = await desk.talks('ned', caller);
    desk.becomes('beth', 'Available');
    desk.adds('ned', 'beth');
    await desk.connect.settled();
    expect(desk.shows('ned')).toBe(talk('hold', 'connecting'));
    expect(desk.contactOf('ned').connections[2]).toMatchObject({
      quickConnectName: 'Beth Sanchez',
      endpoint: { type: 'agent', name: 'Beth Sanchez', agentLogin: 'beth' },
    });
    expect(desk.shows('beth')).toBe('PendingBusy/system | connecting: agent connecting, inbound connected');
    const contact = desk.contactOf('beth');
    expect(contact).toMatchObject({
      initialContactId: call.contactId,
      previousContactId: call.contactId,
      initiationMethod: 'transfer',
      attributes: { personName: 'Ann' },
      customerEndpoint: { address: caller },
      queue: { arn: `${desk.instanceArn}/queue/agent/${desk.agent('beth').id}` },
    });
    expect(contact.connections[1]).toMatchObject({
      type: 'inbound',
      initial: true,
      endpoint: { type: 'agent', name: 'Ned Flanders', agentLogin: 'ned' },
    });
    expect(desk.eventsOf(contact.contactId)).toEqual(['INITIATED', 'QUEUED']);
    expect(desk.detailOf(contact.contactId, 'QUEUED')).toMatchObject({
      initiationMethod: 'TRANSFER',
      initialContactId: call.contactId,
      previousContactId: call.contactId,
      queueInfo: { queueArn: `${desk.instanceArn}/queue/agent/${desk.agent('beth').id}`, queueType: 'AGENT' },
    });
  });

  it('shows the third leg connected once the other agent has accepted and heard the whisper', async () => {
    const { takes, shows, call, eventsOf, second } = await asked();
    await takes('beth');
    expect([shows('ned'), shows('beth')]).toEqual([
      talk('hold', 'connected'),
      'Busy/system | connected: agent connected, inbound connected',
    ]);
    expect(call.phase).toBe('onHold');
    expect(eventsOf(second)).toEqual(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT']);
  });

  it('ends with the other agent, and the first one has the customer back', async () => {
    const { takes, asks, shows, call, eventsOf, second } = await asked();
    await takes('beth');
    asks('beth', 'DestroyConnection');
    expect([shows('ned'), shows('beth')]).toEqual([
      talk('hold', 'disconnected'),
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected',
    ]);
    expect(call.phase).toBe('onHold');
    asks('ned', 'ResumeConnection', 'customer');
    expect(call.phase).toBe('talking');
    asks('beth', 'ClearContact');
    expect(eventsOf(second).slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
  });

  it('ends when the first agent drops the other one', async () => {
    const { takes, asks, shows, recordOf, second } = await asked();
    await takes('beth');
    asks('ned', 'DestroyConnection', 'third');
    expect([shows('ned'), shows('beth')]).toEqual([
      talk('hold', 'disconnected'),
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected',
    ]);
    expect((await recordOf(second)).DisconnectReason).toBe('AGENT_DISCONNECT');
  });

  it('shows a missed call to the other agent when it is given up while it rings', async () => {
    const { asks, shows } = await asked();
    asks('ned', 'DestroyConnection', 'third');
    expect(shows('beth')).toBe('MissedCallAgent/error | error: agent disconnected, inbound disconnected');
  });

  it('waits on in the agent’s own queue when the ring is missed, and never rings at anybody else', async () => {
    const { pass, shows, becomes, second, connect } = await asked();
    becomes('amy', 'Available');
    await pass(20_000);
    expect([shows('ned'), shows('beth'), shows('amy')]).toEqual([
      talk('hold', 'connecting'),
      'MissedCallAgent/error | error: agent disconnected, inbound connected',
      'Available/routable',
    ]);
    expect(connect.contacts().find(({ contactId }) => contactId === second)?.life).toBe('queued');
  });

  it('rings again when the audio of the other agent fails and is mended', async () => {
    const { connect, shows, asks } = await asked();
    connect.failAgent('beth');
    expect([shows('ned'), shows('beth')]).toEqual([
      talk('hold', 'connecting'),
      'FailedConnectAgent/error | error: agent disconnected, inbound connected',
    ]);
    asks('beth', 'ClearContact');
    expect(shows('beth')).toBe('PendingBusy/system | connecting: agent connecting, inbound connected');
  });

  it('comes to nothing when the transfer flow ends', async () => {
    const desk = aDesk({
      flows: {
        ToAgent: { type: 'AGENT_TRANSFER', blocks: [says('Nobody is there.', 'bye'), toAgent[2] ?? says('', '')] },
      },
    });
    const call = await desk.talks('ned');
    desk.adds('ned', 'beth');
    await desk.pass(10_000);
    expect(desk.shows('ned')).toBe(talk('hold', 'disconnected'));
    expect(call.events.flatMap((event) => (event.kind === 'heard' ? [event.text] : []))).not.toContain(
      'Nobody is there.',
    );
    expect((await desk.recordOf(desk.connect.contacts()[1]?.contactId ?? '')).DisconnectReason).toBe(
      'CONTACT_FLOW_DISCONNECT',
    );
  });

  it('lets the first agent key something into the transfer flow', async () => {
    const desk = aDesk({
      flows: {
        ToAgent: {
          type: 'AGENT_TRANSFER',
          blocks: [
            {
              id: 'menu',
              type: 'GetParticipantInput',
              parameters: { Text: 'Press 1 to ring.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
              when: { 1: 'queue' },
              errors: { NoMatchingCondition: 'bye', NoMatchingError: 'bye', InputTimeLimitExceeded: 'bye' },
            },
            ...toAgent,
          ],
        },
      },
    });
    await desk.talks('ned');
    desk.becomes('beth', 'Available');
    desk.adds('ned', 'beth');
    await desk.connect.settled();
    desk.asks('ned', 'SendDigits', 'third', { digits: ',1' });
    await desk.connect.settled();
    expect(desk.agent('beth').state.name).toBe('PendingBusy');
  });

  it('is over with the customer’s hang-up', async () => {
    const { takes, call, shows } = await asked();
    await takes('beth');
    call.hangUp();
    expect([shows('ned'), shows('beth')]).toEqual([
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected, outbound disconnected',
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected',
    ]);
  });

  it('becomes a conference in which the other agent sees the customer, who may leave the two agents', async () => {
    const { takes, asks, call, shows, contactOf } = await asked();
    await takes('beth');
    asks('ned', 'ConferenceConnections');
    expect(shows('ned')).toBe(talk('connected', 'connected'));
    expect(contactOf('beth').connections[1]).toMatchObject({ endpoint: { type: 'phone_number', phoneNumber: caller } });
    call.hangUp();
    expect([shows('ned'), shows('beth')]).toEqual([
      talk('disconnected', 'connected'),
      'Busy/system | connected: agent connected, inbound connected',
    ]);
    asks('beth', 'DestroyConnection');
    expect(shows('ned')).toBe(
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected, outbound disconnected',
    );
  });
});

describe('a transfer', () => {
  it('after a consultation leaves customer and second agent together in the second contact', async () => {
    const { takes, asks, call, shows, contactOf, eventsOf, first, second, recordOf, connect } = await asked();
    await takes('beth');
    asks('ned', 'DestroyConnection');
    expect([shows('ned'), shows('beth')]).toEqual([
      'AfterCallWork/system | ended: agent disconnected, inbound connected, outbound connected',
      'Busy/system | connected: agent connected, inbound connected',
    ]);
    expect(call.phase).toBe('talking');
    expect(contactOf('beth').connections[1]).toMatchObject({ endpoint: { type: 'phone_number', phoneNumber: caller } });
    expect(eventsOf(first).at(-1)).toBe('DISCONNECTED');
    expect((await recordOf(first)).DisconnectReason).toBe('AGENT_DISCONNECT');
    expect(eventsOf(second)).not.toContain('DISCONNECTED');
    asks('beth', 'HoldConnection', 'customer');
    await connect.settled();
    expect(call.phase).toBe('onHold');
    call.hangUp();
    expect((await recordOf(second)).DisconnectReason).toBe('CUSTOMER_DISCONNECT');
    expect(shows('beth')).toBe('AfterCallWork/system | ended: agent disconnected, inbound disconnected');
  });

  it('without asking takes the customer through the transfer flow and the ring', async () => {
    const { asks, takes, call, shows, eventsOf, first } = await asked();
    asks('ned', 'DestroyConnection');
    expect(shows('ned')).toBe(
      'AfterCallWork/system | ended: agent disconnected, inbound connected, outbound connecting',
    );
    expect(call.phase).toBe('ringing');
    expect(eventsOf(first).at(-1)).toBe('DISCONNECTED');
    await takes('beth');
    expect(call.phase).toBe('talking');
    asks('beth', 'DestroyConnection');
    expect(call).toMatchObject({ phase: 'ended', endedBy: 'agent' });
  });

  it('may be handed on in its turn, to a third contact of the same conversation', async () => {
    const { asks, takes, adds, call, becomes, first, second, contactOf, shows } = await asked();
    await takes('beth');
    asks('ned', 'DestroyConnection');
    becomes('amy', 'Available');
    adds('beth', 'amy');
    await takes('amy');
    asks('beth', 'DestroyConnection');
    expect(contactOf('amy')).toMatchObject({ initialContactId: first, previousContactId: second });
    expect([call.phase, shows('amy')]).toEqual([
      'talking',
      'Busy/system | connected: agent connected, inbound connected',
    ]);
  });

  it('by the second agent leaves the first one with the third', async () => {
    const { asks, takes, adds, call, becomes, contactOf, shows, connect } = await asked();
    await takes('beth');
    becomes('amy', 'Available');
    adds('beth', 'amy');
    await takes('amy');
    expect(shows('beth')).toBe(talk('hold', 'connected'));
    asks('beth', 'DestroyConnection');
    expect([shows('ned'), shows('amy')]).toEqual([
      talk('hold', 'connected'),
      'Busy/system | connected: agent connected, inbound connected',
    ]);
    expect(contactOf('amy').connections[1]).toMatchObject({ endpoint: { type: 'agent', name: 'Ned Flanders' } });
    expect(call.phase).toBe('onHold');
    asks('ned', 'DestroyConnection');
    await connect.settled();
    expect([call.phase, contactOf('amy').connections[1]?.endpoint.phoneNumber]).toEqual(['talking', caller]);
  });

  it('to a queue is answered by whoever serves it', async () => {
    const desk = aDesk();
    const call = await desk.talks('ned');
    desk.becomes('beth', 'Available');
    desk.adds('ned', 'billing');
    await desk.connect.settled();
    expect(desk.contactOf('ned').connections[2]).toMatchObject({
      quickConnectName: 'Billing',
      endpoint: { type: 'queue' },
    });
    expect(desk.contactOf('beth').queue?.name).toBe('Billing');
    expect(desk.detailOf(desk.contactOf('beth').contactId, 'QUEUED').queueInfo).toMatchObject({
      queueArn: desk.arns.Billing,
      queueType: 'STANDARD',
    });
    desk.asks('ned', 'DestroyConnection');
    await desk.takes('beth');
    expect(call.phase).toBe('talking');
  });
});

describe('waiting for one agent', () => {
  it('comes before the queues of the routing profile', async () => {
    const desk = aDesk();
    await desk.talks('ned');
    const waiting = await desk.dial('+12125550124');
    await desk.pass(1_000);
    desk.adds('ned', 'beth');
    await desk.pass(1_000);
    desk.becomes('beth', 'Available');
    expect(desk.contactOf('beth').initiationMethod).toBe('transfer');
    expect(waiting.phase).toBe('queue');
  });

  it('is moved to another queue by the queue flow, as a new contact with the same customer', async () => {
    const desk = aDesk({ flows: movingOn });
    const call = await desk.talks('ned', caller);
    desk.adds('ned', 'beth');
    desk.asks('ned', 'DestroyConnection');
    await desk.pass(26_000);
    const [, second, third] = desk.connect.contacts();
    expect(third).toMatchObject({
      initialContactId: call.contactId,
      previousContactId: second?.contactId,
      initiationMethod: 'QUEUE_TRANSFER',
      life: 'queued',
      customer: caller,
      queue: { name: 'Billing' },
    });
    expect(desk.eventsOf(second?.contactId ?? '')).toEqual(['INITIATED', 'QUEUED', 'DISCONNECTED', 'COMPLETED']);
    expect(desk.eventsOf(third?.contactId ?? '')).toEqual(['INITIATED', 'QUEUED']);
    expect(desk.detailOf(third?.contactId ?? '', 'QUEUED')).not.toHaveProperty('systemEndpoint');
    expect(call.phase).toBe('queue');
    desk.becomes('amy', 'Available');
    await desk.takes('amy');
    expect(call.phase).toBe('talking');
  });
});
