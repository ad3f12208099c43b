import { describe, expect, it } from 'vitest';
import { type Block, faults, heard } from '../instance.ts';
import { aDesk, calledBack } from './desk.ts';

const caller = '+12125550123';
/** The caller leaves once the callback is asked for. */
const askAndLeave = (more: Record<string, unknown> = {}): Block[] =>
  calledBack
    .filter(({ id }) => id !== 'enter')
    .map((block) =>
      block.id === 'ask' ? { ...block, parameters: { ...block.parameters, ...more }, next: 'bye' } : block,
    );

async function offered(from = caller) {
  const desk = aDesk({ inbound: askAndLeave() });
  desk.becomes('ned', 'Available');
  const call = await desk.dial(from);
  await desk.pass(5_000);
  const callback = desk.contactOf('ned').contactId;
  return { ...desk, call, callback };
}

describe('a callback', () => {
  it('waits for its delay and in the queue after the caller has gone, and is offered with nobody on the line', async () => {
    const { call, shows, contactOf, eventsOf, detailOf, callback, connect } = await offered();
    expect(call.phase).toBe('ended');
    expect(shows('ned')).toBe('Available/routable | incoming: agent connecting, inbound connected');
    expect(contactOf('ned')).toMatchObject({
      type: 'queue_callback',
      initialContactId: call.contactId,
      initiationMethod: 'callback',
      customerEndpoint: { address: caller },
      queue: { name: 'Service desk' },
    });
    expect(contactOf('ned').connections[0]?.connectionId).toMatch(new RegExp(`_${callback}$`));
    expect(eventsOf(callback)).toEqual(['INITIATED', 'QUEUED']);
    expect(detailOf(callback, 'INITIATED')).toMatchObject({
      initiationMethod: 'CALLBACK',
      initiationTimestamp: '2026-11-20T15:00:00.250Z',
      previousContactId: call.contactId,
    });
    expect(connect.calls()).toHaveLength(1);
  });

  it('dials once the agent accepts, with connections of its own', async () => {
    const { asks, pass, shows, contactOf, connect, eventsOf, callback } = await offered();
    const before = contactOf('ned').connections.map(({ connectionId }) => connectionId);
    asks('ned', 'AcceptContact');
    expect(shows('ned')).toBe('CallingCustomer/system | connecting: agent connecting, inbound connecting');
    const after = contactOf('ned').connections.map(({ connectionId }) => connectionId);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    await pass(5_000);
    const [, line] = connect.calls();
    expect(line).toMatchObject({ number: caller, direction: 'outbound', phase: 'talking' });
    expect(line && heard(line)).toEqual(['This call is not being recorded.']);
    asks('ned', 'DestroyConnection');
    asks('ned', 'ClearContact');
    expect(eventsOf(callback)).toEqual([
      'INITIATED',
      'QUEUED',
      'CONNECTED_TO_AGENT',
      'CONNECTED_TO_SYSTEM',
      'DISCONNECTED',
      'COMPLETED',
    ]);
  });

  it('that is rejected or missed shows as Default, and is offered again', async () => {
    const { asks, shows, pass } = await offered();
    asks('ned', 'RejectContact');
    expect(shows('ned')).toBe('Default/error | error: agent disconnected, inbound connected');
    asks('ned', 'ClearContact');
    expect(shows('ned')).toContain('incoming');
    await pass(20_000);
    expect(shows('ned')).toContain('Default/error');
  });

  it('tries again after its delay when nobody answers, as often as it was told', async () => {
    const { asks, pass, shows, eventsOf, recordOf, callback, connect } = await offered('+12125550198');
    asks('ned', 'AcceptContact');
    await pass(60_000);
    expect(shows('ned')).toBe('FailedConnectCustomer/error | error: agent disconnected, inbound disconnected');
    expect(eventsOf(callback)).not.toContain('DISCONNECTED');
    asks('ned', 'ClearContact');
    await pass(600_000);
    asks('ned', 'AcceptContact');
    await pass(60_000);
    expect(eventsOf(callback).slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
    expect((await recordOf(callback)).DisconnectReason).toBe('TELECOM_UNANSWERED');
    expect(connect.calls().flatMap(faults)).toEqual([]);
  });

  it('goes to the number that the flow was told', async () => {
    const number: Block = {
      id: 'number',
      type: 'UpdateContactCallbackNumber',
      parameters: { CallbackNumber: '$.Attributes.number' },
      next: 'which',
      errors: { InvalidCallbackNumber: 'bye', CallbackNumberNotDialable: 'bye' },
    };
    const set: Block = {
      id: 'set',
      type: 'UpdateContactAttributes',
      parameters: { Attributes: { number: '+12125550160' } },
      next: 'number',
      errors: { NoMatchingError: 'bye' },
    };
    const desk = aDesk({ inbound: [set, number, ...askAndLeave()] });
    desk.becomes('ned', 'Available');
    await desk.dial('anonymous');
    await desk.pass(5_000);
    expect(desk.contactOf('ned').customerEndpoint?.address).toBe('+12125550160');
  });

  it('takes the error branch when there is no number to call', async () => {
    const desk = aDesk({ inbound: askAndLeave() });
    await desk.dial('');
    await desk.pass(10_000);
    expect(desk.connect.contacts()).toHaveLength(1);
  });
});
