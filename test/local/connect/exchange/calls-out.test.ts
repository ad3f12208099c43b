import { describe, expect, it } from 'vitest';
import { anInstance, bye, faults, heard, says } from '../instance.ts';
import { aDesk } from './desk.ts';

const number = '+12125550160';

describe('a call out', () => {
  it('rings, is answered after four seconds, and shows both ends as the wire does', async () => {
    const desk = aDesk();
    desk.becomes('ned', 'Available');
    expect(desk.calls('ned', number)).toEqual({ ok: true, value: {} });
    const [call] = desk.connect.calls();
    expect(call).toMatchObject({ direction: 'outbound', number, phase: 'dialling' });
    const seen = [desk.shows('ned')];
    await desk.pass(600);
    seen.push(desk.shows('ned'));
    await desk.pass(4_000);
    seen.push(desk.shows('ned'));
    expect(call?.phase).toBe('talking');
    desk.asks('ned', 'DestroyConnection');
    seen.push(desk.shows('ned'));
    desk.asks('ned', 'ClearContact');
    seen.push(desk.shows('ned'));
    expect(seen).toEqual([
      'CallingCustomer/system | connecting: agent connecting, outbound connecting',
      'CallingCustomer/system | connecting: agent connected, outbound connecting',
      'Busy/system | connected: agent connected, outbound connected',
      'AfterCallWork/system | ended: agent disconnected, outbound disconnected',
      'Available/routable',
    ]);
    expect(call).toMatchObject({ phase: 'ended', endedBy: 'agent' });
    expect(desk.events()).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED']);
  });

  it('is an OUTBOUND contact without queueInfo that says when the customer answered, and to whom it relates', async () => {
    const desk = aDesk();
    desk.calls('ned', number, { relatedContactId: 'a-former-one' });
    const { contactId, queue, relatedContactId, connections } = desk.contactOf('ned');
    expect({ queue: queue?.name, relatedContactId }).toEqual({
      queue: 'Service desk',
      relatedContactId: 'a-former-one',
    });
    expect(connections[1]).toMatchObject({ initial: true, endpoint: { type: 'phone_number', phoneNumber: number } });
    await desk.pass(10_000);
    desk.connect.calls()[0]?.hangUp();
    const initiated = desk.detailOf(contactId, 'INITIATED');
    expect(initiated).toMatchObject({
      initiationMethod: 'OUTBOUND',
      relatedContactId: 'a-former-one',
      connectedToSystemTimestamp: '1970-01-01T00:00:00.001Z',
      customerEndpoint: { address: number },
      systemEndpoint: { address: desk.to },
    });
    const disconnected = desk.detailOf(contactId, 'DISCONNECTED');
    expect(disconnected).toMatchObject({
      connectedToSystemTimestamp: '2026-11-20T15:00:04.250Z',
      agentInfo: { agentArn: desk.agent('ned').arn, connectedToAgentTimestamp: '2026-11-20T15:00:00.750Z' },
    });
    expect(disconnected).not.toHaveProperty('queueInfo');
    expect((await desk.recordOf(contactId)).DisconnectReason).toBe('CUSTOMER_DISCONNECT');
  });

  it.each([
    ['97', 1_000, 'LineEngagedCustomer', 'TELECOM_BUSY'],
    ['98', 60_000, 'FailedConnectCustomer', 'TELECOM_UNANSWERED'],
    ['99', 1_000, 'BadAddressCustomer', 'TELECOM_NUMBER_INVALID'],
  ])('to a number ending in %s fails after %d ms: %s', async (digits, after, state, reason) => {
    const desk = aDesk();
    desk.becomes('ned', 'Break');
    desk.calls('ned', `+121255501${digits}`);
    const { contactId } = desk.contactOf('ned');
    await desk.pass(after - 1);
    expect(desk.agent('ned').state.name).toBe('CallingCustomer');
    await desk.pass(1);
    expect(desk.shows('ned')).toBe(`${state}/error | error: agent disconnected, outbound disconnected`);
    expect(desk.connect.calls()[0]).toMatchObject({ phase: 'ended', endedBy: 'network' });
    expect(desk.eventsOf(contactId)).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
    expect((await desk.recordOf(contactId)).DisconnectReason).toBe(reason);
    desk.asks('ned', 'ClearContact');
    expect(desk.shows('ned')).toBe('Break/not_routable');
  });

  it('may be answered before the agent’s own end is up', async () => {
    const desk = aDesk();
    desk.calls('ned', number);
    const { contactId } = desk.contactOf('ned');
    desk.connect.calls()[0]?.answer();
    expect(desk.shows('ned')).toBe('Busy/system | connected: agent connected, outbound connected');
    desk.connect.calls()[0]?.hangUp();
    desk.asks('ned', 'ClearContact');
    await desk.pass(60_000);
    expect(desk.eventsOf(contactId)).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED']);
  });

  it('that is declined was busy', async () => {
    const desk = aDesk();
    desk.calls('ned', number);
    await desk.pass(2_000);
    desk.connect.calls()[0]?.hangUp();
    expect(desk.agent('ned').state.name).toBe('LineEngagedCustomer');
  });

  it('may be given up while it rings', async () => {
    const desk = aDesk();
    desk.calls('ned', number);
    const { contactId } = desk.contactOf('ned');
    await desk.pass(2_000);
    desk.asks('ned', 'DestroyConnection');
    expect(desk.shows('ned')).toBe('AfterCallWork/system | ended: agent disconnected, outbound disconnected');
    expect((await desk.recordOf(contactId)).DisconnectReason).toBe('TELECOM_ORIGINATOR_CANCEL');
    await desk.pass(60_000);
    expect(desk.eventsOf(contactId)).toEqual(['INITIATED', 'DISCONNECTED']);
    desk.asks('ned', 'ClearContact');
    expect(desk.eventsOf(contactId).at(-1)).toBe('COMPLETED');
  });

  it('is announced by the default words, or by the flow of the queue', async () => {
    const plain = aDesk();
    plain.calls('ned', number);
    await plain.pass(10_000);
    expect(plain.connect.calls().map(heard)).toEqual([['This call is not being recorded.']]);

    const own = anInstance({
      flows: { Announce: { type: 'OUTBOUND_WHISPER', blocks: [says('This is the service desk.', 'bye'), bye] } },
    });
    own.connect.provision('AWS::Connect::Queue', 'Desk', {
      InstanceArn: own.instanceArn,
      Name: 'Service desk',
      HoursOfOperationArn: own.arns.Hours,
      OutboundCallerConfig: { OutboundCallerIdNumberArn: own.number.ref, OutboundFlowArn: own.arns.Announce },
    });
    own.connect.act('ned', { operation: 'CreateOutboundContact', params: { endpoint: { phoneNumber: number } } });
    await own.until(() => own.connect.calls()[0]?.phase === 'talking');
    await own.connect.settled();
    expect(own.connect.calls().flatMap(heard)).toEqual(['This is the service desk.']);
    expect(own.connect.calls().flatMap(faults)).toEqual([]);
  });

  it.each([
    ['', 'BadEndpointException'],
    ['12125550160', 'BadEndpointException'],
    ['+1212555016x', 'BadEndpointException'],
    [undefined, 'BadEndpointException'],
    [{}, 'BadEndpointException'],
  ])('to %j is refused', (bad, type) => {
    const desk = aDesk();
    expect(desk.calls('ned', bad)).toMatchObject({ ok: false, type });
    expect(desk.shows('ned')).toBe('Offline/offline');
    expect(desk.events()).toEqual([]);
  });

  it('is refused beside a live contact, from a queue that is not there, and without the permission', async () => {
    const desk = aDesk();
    desk.connect.addAgent({ username: 'lea', firstName: 'Lea', lastName: 'Listens', securityProfile: 'Listener' });
    desk.calls('ned', number);
    expect(desk.calls('ned', number)).toMatchObject({ ok: false, type: 'InvalidStateException' });
    expect(desk.calls('beth', number, { queueARN: 'nowhere' })).toMatchObject({
      ok: false,
      type: 'InvalidStateException',
    });
    expect(desk.calls('lea', number)).toMatchObject({ ok: false, message: 'lea may not call out' });
    expect(desk.connect.contacts()).toHaveLength(1);
  });

  it('may be made in after-call work, and then comes second in the list', async () => {
    const desk = aDesk();
    await desk.talks('ned');
    desk.asks('ned', 'DestroyConnection');
    await desk.pass(1_000);
    desk.calls('ned', number);
    expect(desk.shows('ned')).toBe(
      'CallingCustomer/system | ended: agent disconnected, inbound disconnected' +
        ' | connecting: agent connecting, outbound connecting',
    );
  });

  it('keeps routed calls from the agent', async () => {
    const desk = aDesk();
    desk.becomes('ned', 'Available');
    desk.calls('ned', number);
    const call = await desk.dial();
    await desk.pass(30_000);
    expect(call.phase).toBe('queue');
  });

  it('is over with FailedConnectAgent when the audio of the agent fails', async () => {
    const desk = aDesk();
    desk.calls('ned', number);
    expect(desk.connect.failAgent('ned').ok).toBe(true);
    expect(desk.shows('ned')).toBe('FailedConnectAgent/error | error: agent disconnected, outbound disconnected');
    await desk.pass(60_000);
    expect(desk.events()).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
  });
});
