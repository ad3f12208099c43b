import { describe, expect, it } from 'vitest';
import { heard } from '../instance.ts';
import { aDesk } from './desk.ts';

const outside = '+12125550160';

async function consulting(whom = outside) {
  const desk = aDesk();
  const call = await desk.talks('ned');
  expect(desk.adds('ned', whom)).toEqual({ ok: true, value: {} });
  await desk.pass(5_000);
  const third = desk.connect.calls()[1];
  if (!third) throw new Error('nobody was called');
  return { ...desk, call, third };
}
const talk = (customer: string, third: string, own = 'connected') =>
  `Busy/system | connected: agent ${own}, inbound ${customer}, outbound ${third}`;

describe('an outside third party', () => {
  it('is called while the customer is on hold, and is a contact of its own', async () => {
    const desk = aDesk();
    const call = await desk.talks('ned');
    const customer = desk.contactOf('ned').contactId;
    desk.adds('ned', outside);
    expect(desk.shows('ned')).toBe(talk('hold', 'connecting'));
    await desk.connect.settled();
    expect(call.phase).toBe('onHold');
    expect(heard(call).at(-1)).toBe('♪ hold music');
    await desk.pass(4_000);
    expect(desk.shows('ned')).toBe(talk('hold', 'connected'));
    expect(desk.contactOf('ned').connections[2]).toMatchObject({
      initial: false,
      endpoint: { type: 'phone_number', phoneNumber: outside },
    });
    const third = desk.connect.calls()[1];
    expect(third).toMatchObject({ direction: 'outbound', number: outside, phase: 'talking' });
    expect(desk.detailOf(third?.contactId ?? '', 'INITIATED')).toMatchObject({
      initiationMethod: 'EXTERNAL_OUTBOUND',
      initialContactId: customer,
      previousContactId: customer,
      customerEndpoint: { address: outside },
    });
    expect(desk.eventsOf(third?.contactId ?? '')).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM']);
  });

  it('carries the name of its quick connect', async () => {
    const { contactOf } = await consulting('garage');
    expect(contactOf('ned').connections[2]).toMatchObject({
      quickConnectName: 'Garage',
      endpoint: { phoneNumber: '+12125550177' },
    });
  });

  it('changes places with the customer, and is joined with everybody', async () => {
    const { asks, shows, call, third } = await consulting();
    asks('ned', 'ToggleActiveConnections');
    expect([shows('ned'), call.phase, third.phase]).toEqual([talk('connected', 'hold'), 'talking', 'onHold']);
    asks('ned', 'ToggleActiveConnections');
    expect([shows('ned'), call.phase, third.phase]).toEqual([talk('hold', 'connected'), 'onHold', 'talking']);
    asks('ned', 'ConferenceConnections');
    expect([shows('ned'), call.phase, third.phase]).toEqual([talk('connected', 'connected'), 'talking', 'talking']);
  });

  it('is not resumed beside the customer one by one', async () => {
    const { asks, shows } = await consulting();
    const refusal = {
      ok: false,
      type: 'InternalServiceError',
      message: 'Cannot resume connection from hold',
    };
    expect(asks('ned', 'ResumeConnection', 'customer')).toEqual(refusal);
    asks('ned', 'HoldConnection', 'third');
    expect(shows('ned')).toBe(talk('hold', 'hold'));
    expect(asks('ned', 'ResumeConnection', 'customer').ok).toBe(true);
    expect(shows('ned')).toBe(talk('connected', 'hold'));
    expect(asks('ned', 'ResumeConnection', 'third')).toEqual(refusal);
    expect(asks('ned', 'ResumeConnection', 'customer')).toMatchObject({ type: 'InvalidStateException' });
  });

  it('talks on with the customer while the agent is on hold', async () => {
    const { asks, shows } = await consulting();
    asks('ned', 'ConferenceConnections');
    expect(asks('ned', 'HoldConnection', 'agent').ok).toBe(true);
    expect(shows('ned')).toBe(talk('connected', 'connected', 'hold'));
    expect(asks('ned', 'ResumeConnection', 'agent').ok).toBe(true);
    asks('ned', 'HoldConnection', 'agent');
    asks('ned', 'DestroyConnection', 'third');
    expect(shows('ned')).toBe(talk('connected', 'disconnected'));
  });

  it('lets no agent go on hold with one other alone', async () => {
    const desk = aDesk();
    await desk.talks('ned');
    expect(desk.asks('ned', 'HoldConnection', 'agent')).toMatchObject({
      ok: false,
      message: expect.stringContaining('Cannot put call on hold: Invalid contact state.'),
    });
  });

  it('is the only one, until it has left', async () => {
    const { adds, shows, asks, pass } = await consulting();
    expect(adds('ned', '+12125550161')).toMatchObject({ ok: false, type: 'InvalidStateException' });
    asks('ned', 'DestroyConnection', 'third');
    expect(shows('ned')).toBe(talk('hold', 'disconnected'));
    expect(adds('ned', '+12125550161').ok).toBe(true);
    await pass(5_000);
    expect(shows('ned')).toBe(
      'Busy/system | connected: agent connected, inbound hold, outbound disconnected, outbound connected',
    );
  });

  it.each([
    ['97', 1_000, 'TELECOM_BUSY'],
    ['98', 60_000, 'TELECOM_UNANSWERED'],
    ['99', 1_000, 'TELECOM_NUMBER_INVALID'],
  ])(
    'with a number ending in %s comes to nothing, and the agent has the customer back',
    async (digits, after, reason) => {
      const desk = aDesk();
      await desk.talks('ned');
      desk.adds('ned', `+121255501${digits}`);
      const { contactId = '' } = desk.connect.calls()[1] ?? {};
      await desk.pass(after);
      expect(desk.shows('ned')).toBe(talk('hold', 'disconnected'));
      expect(desk.asks('ned', 'ResumeConnection', 'customer').ok).toBe(true);
      expect(desk.eventsOf(contactId)).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
      expect((await desk.recordOf(contactId)).DisconnectReason).toBe(reason);
    },
  );

  it('hangs up, and the agent has the customer back', async () => {
    const { third, shows, recordOf } = await consulting();
    third.hangUp();
    expect(shows('ned')).toBe(talk('hold', 'disconnected'));
    expect((await recordOf(third.contactId)).DisconnectReason).toBe('THIRD_PARTY_DISCONNECT');
  });

  it('is gone when the customer hangs up, unless all were joined', async () => {
    const two = await consulting();
    two.call.hangUp();
    expect(two.shows('ned')).toBe(
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected, outbound disconnected',
    );
    expect(two.third.phase).toBe('ended');

    const three = await consulting();
    three.asks('ned', 'ConferenceConnections');
    three.call.hangUp();
    expect(three.shows('ned')).toBe(talk('disconnected', 'connected'));
    three.third.hangUp();
    expect(three.shows('ned')).toBe(
      'AfterCallWork/system | ended: agent disconnected, inbound disconnected, outbound disconnected',
    );
    expect((await three.recordOf(three.call.contactId)).DisconnectReason).toBe('CUSTOMER_DISCONNECT');
  });

  it('stays with the agent when the customer is dropped', async () => {
    const { asks, shows, call, third } = await consulting();
    asks('ned', 'DestroyConnection', 'customer');
    expect([shows('ned'), call.phase, call.endedBy]).toEqual([talk('disconnected', 'connected'), 'ended', 'agent']);
    expect(third.phase).toBe('talking');
  });

  it('goes on with the customer when the agent leaves, whose screen still shows both connected', async () => {
    const { asks, shows, call, third, eventsOf } = await consulting();
    asks('ned', 'DestroyConnection', 'agent');
    expect(shows('ned')).toBe(
      'AfterCallWork/system | ended: agent disconnected, inbound connected, outbound connected',
    );
    expect([call.phase, third.phase]).toEqual(['talking', 'talking']);
    expect(eventsOf(call.contactId).at(-1)).toBe('DISCONNECTED');
    expect(eventsOf(third.contactId)).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM']);
    call.hangUp();
    expect(call.endedBy).toBe('caller');
    expect(third).toMatchObject({ phase: 'ended', endedBy: 'other party' });
    expect(eventsOf(third.contactId).slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
  });

  it('rings for the customer when the agent leaves before the answer', async () => {
    const desk = aDesk();
    const call = await desk.talks('ned');
    desk.adds('ned', outside);
    desk.asks('ned', 'DestroyConnection', 'agent');
    expect(call.phase).toBe('ringing');
    await desk.pass(4_000);
    expect(call.phase).toBe('talking');
  });

  it.each(['', 'abc', '112'])('is refused as "%s", and nothing changes', async (bad) => {
    const desk = aDesk();
    await desk.talks('ned');
    expect(desk.adds('ned', bad)).toMatchObject({ ok: false, type: 'BadEndpointException' });
    expect(desk.shows('ned')).toBe('Busy/system | connected: agent connected, inbound connected');
  });
});
