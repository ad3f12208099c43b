import { describe, expect, it } from 'vitest';
import { passTime } from '../../../local/connect/clock.ts';
import { anInstance, bye, faults, heard, says, toQueue } from './instance.ts';

describe('a call', () => {
  it('reaches an available agent, is answered, and is over when the agent hangs up', async () => {
    const { dial, until, becomes, act, agent, events } = anInstance({
      inbound: [says('Welcome to the desk.', 'queue'), ...toQueue],
    });
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    expect(heard(call)).toEqual(['Welcome to the desk.', expect.stringContaining('Thank you for calling.')]);
    expect(agent('ned').state).toMatchObject({ name: 'PendingBusy', type: 'system', arn: null });
    expect(agent('ned').contacts[0]).toMatchObject({ state: { type: 'connecting' }, queue: { name: 'Service desk' } });

    expect(act('ned', 'AcceptContact')).toEqual({ ok: true, value: {} });
    await until(() => call.phase === 'talking');
    expect(agent('ned').state.name).toBe('Busy');
    act('ned', 'DestroyConnection');
    await until(() => call.phase === 'ended');
    expect(call.endedBy).toBe('agent');
    expect(agent('ned').state.name).toBe('AfterCallWork');
    act('ned', 'ClearContact');
    expect(agent('ned').state.name).toBe('Available');
    expect(agent('ned').contacts).toEqual([]);
    expect(events()).toEqual(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED']);
    expect(faults(call)).toEqual([]);
  });

  it('goes to the next longest-available agent after 20 seconds of ringing, without a contact event', async () => {
    const { connect, clock, dial, until, becomes, act, agent, events } = anInstance();
    becomes('ned', 'Available');
    await passTime(connect, clock, 5_000);
    becomes('beth', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    const began = clock.now();
    expect(agent('beth').state.name).toBe('Available');
    await until(() => agent('beth').state.name === 'PendingBusy');
    expect(clock.now() - began).toBe(20_000);
    expect(agent('ned')).toMatchObject({
      state: { name: 'MissedCallAgent', type: 'error' },
      contacts: [{ state: { type: 'error' }, connections: [{}, { state: { type: 'connected' } }] }],
    });
    act('beth', 'AcceptContact');
    await until(() => call.phase === 'talking');
    expect(events()).toEqual(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT']);
  });

  it('waits on when every agent missed it, and rings again at the one who clears', async () => {
    const { dial, until, becomes, act, agent } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => agent('ned').state.name === 'MissedCallAgent');
    expect(call.phase).toBe('queue');
    act('ned', 'ClearContact');
    expect(agent('ned').state.name).toBe('PendingBusy');
    expect(call.phase).toBe('ringing');
  });

  it('goes on at once when an agent rejects it', async () => {
    const { dial, until, becomes, act, agent } = anInstance();
    becomes('ned', 'Available');
    becomes('beth', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'RejectContact');
    expect(agent('ned').state.name).toBe('MissedCallAgent');
    expect(agent('beth').state.name).toBe('PendingBusy');
  });

  it('shows a missed call to the agent when the caller gives up while it rings', async () => {
    const { connect, clock, dial, until, becomes, agent, events } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    call.hangUp();
    expect(call).toMatchObject({ phase: 'ended', endedBy: 'caller' });
    expect(agent('ned')).toMatchObject({
      state: { name: 'MissedCallAgent' },
      contacts: [{ state: { type: 'error' }, connections: [{}, { state: { type: 'disconnected' } }] }],
    });
    await passTime(connect, clock, 60_000);
    expect(events()).toEqual(['INITIATED', 'QUEUED', 'DISCONNECTED', 'COMPLETED']);
  });

  it('is cut short in the middle of a prompt when the caller hangs up', async () => {
    const { connect, dial, clock, events } = anInstance({ inbound: [says('A long greeting.', 'queue'), ...toQueue] });
    const call = await dial();
    await connect.settled();
    call.hangUp();
    await connect.settled();
    expect(clock.advanceToNext()).toBe(false);
    expect(heard(call)).toEqual(['A long greeting.']);
    expect(events()).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
  });

  it('stays in the queue when the agent leaves during the whisper', async () => {
    const { connect, clock, dial, until, becomes, act, agent, events } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await connect.settled();
    act('ned', 'DestroyConnection');
    expect(call.phase).toBe('queue');
    expect(agent('ned').state.name).toBe('AfterCallWork');
    await passTime(connect, clock, 10_000);
    expect(call.phase).toBe('queue');
    act('ned', 'ClearContact');
    expect(call.phase).toBe('ringing');
    expect(events()).toEqual(['INITIATED', 'QUEUED']);
    expect(faults(call)).toEqual([]);
  });

  it('counts as abandoned when the caller hangs up during the agent whisper', async () => {
    const { connect, bus, dial, until, becomes, act, events } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await connect.settled();
    call.hangUp();
    expect(events()).toEqual(['INITIATED', 'QUEUED', 'DISCONNECTED', 'COMPLETED']);
    expect(bus[2]?.detail.agentInfo).toBeUndefined();
  });

  it('hears the disconnect flow when the agent leaves and the caller stays', async () => {
    const { dial, until, becomes, act, agent, events, connect } = anInstance({
      flows: { Goodbye: { type: 'CONTACT_FLOW', blocks: [says('Thank you. Goodbye.', 'bye'), bye] } },
      inbound: [
        {
          id: 'hook',
          type: 'UpdateContactEventHooks',
          parameters: { EventHooks: { CustomerRemaining: '${Goodbye}' } },
          next: 'queue',
          errors: { NoMatchingError: 'queue' },
        },
        ...toQueue,
      ],
    });
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    act('ned', 'DestroyConnection');
    expect(agent('ned').state.name).toBe('AfterCallWork');
    await connect.settled();
    expect(call.phase).toBe('flow');
    expect(heard(call).at(-1)).toBe('Thank you. Goodbye.');
    act('ned', 'ClearContact');
    expect(events()).toEqual(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT']);
    await until(() => call.phase === 'ended');
    expect(call.endedBy).toBe('agent');
    expect(events().slice(3)).toEqual(['DISCONNECTED', 'COMPLETED']);
  });

  it("rings at an agent only once the queue's delay in the routing profile is over", async () => {
    const { clock, dial, until, becomes, agent } = anInstance({ queueDelay: 30 });
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'queue');
    const queued = clock.now();
    await until(() => agent('ned').state.name === 'PendingBusy');
    expect(clock.now() - queued).toBe(30_000);
  });

  it('is dropped when a whisper goes on for more than two minutes', async () => {
    const { clock, dial, until, becomes, act } = anInstance({
      flows: {
        Endless: {
          type: 'AGENT_WHISPER',
          blocks: [
            { id: 'wait', type: 'Wait', parameters: { TimeLimitSeconds: '600' }, when: { WaitCompleted: 'end' } },
            { id: 'end', type: 'EndFlowExecution' },
          ],
        },
      },
      inbound: [
        {
          id: 'hook',
          type: 'UpdateContactEventHooks',
          parameters: { EventHooks: { AgentWhisper: '${Endless}' } },
          next: 'queue',
          errors: { NoMatchingError: 'bye' },
        },
        ...toQueue,
      ],
    });
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    const accepted = clock.now();
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'ended');
    expect(clock.now() - accepted).toBe(120_000);
    expect(call.endedBy).toBe('flow');
  });

  it('ended by the agent even when the caller hangs up in the middle of the goodbye', async () => {
    const { connect, dial, until, becomes, act, ask, instanceArn } = anInstance({
      flows: { Goodbye: { type: 'CONTACT_FLOW', blocks: [says('Thank you. Goodbye.', 'bye'), bye] } },
      inbound: [
        {
          id: 'hook',
          type: 'UpdateContactEventHooks',
          parameters: { EventHooks: { CustomerRemaining: '${Goodbye}' } },
          next: 'queue',
          errors: { NoMatchingError: 'bye' },
        },
        ...toQueue,
      ],
    });
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    act('ned', 'DestroyConnection');
    await connect.settled();
    call.hangUp();
    expect(call).toMatchObject({ phase: 'ended', endedBy: 'agent' });
    const { body } = await ask('GET', `/contacts/${instanceArn.split('/')[1]}/${call.contactId}`);
    expect(body.Contact.DisconnectReason).toBe('AGENT_DISCONNECT');
  });

  it('hears the queue no more once it is joined with the agent', async () => {
    const { connect, clock, dial, until, becomes, act } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    await passTime(connect, clock, 300_000);
    expect(heard(call)).toEqual([expect.stringContaining('Thank you for calling.'), 'Beep.']);
  });

  it('is put on hold and taken back', async () => {
    const { connect, dial, until, becomes, act, agent } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    expect(act('ned', 'HoldConnection', { side: 'customer' })).toMatchObject({
      ok: false,
      type: 'InvalidStateException',
    });
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    expect(act('ned', 'HoldConnection', { side: 'customer' }).ok).toBe(true);
    await connect.settled();
    expect(call.phase).toBe('onHold');
    expect(heard(call).at(-1)).toBe('♪ hold music');
    expect(agent('ned').contacts[0]?.connections[1]?.state.type).toBe('hold');
    expect(act('ned', 'ResumeConnection', { side: 'customer' }).ok).toBe(true);
    expect(call.phase).toBe('talking');
  });

  it('delivers the caller as it stands, and no customer endpoint for an empty one', async () => {
    const { connect, dial, bus } = anInstance();
    for (const from of ['anonymous', 'sip:alice@example.com', '+', '']) await dial(from);
    await connect.settled();
    const initiated = bus.filter((event) => event.detail.eventType === 'INITIATED');
    expect(initiated.map((event) => event.detail.customerEndpoint)).toEqual([
      { address: 'anonymous', type: 'TELEPHONE_NUMBER' },
      { address: 'sip:alice@example.com', type: 'TELEPHONE_NUMBER' },
      { address: '+', type: 'TELEPHONE_NUMBER' },
      undefined,
    ]);
  });

  it('is refused when the number is not claimed or leads to no flow', () => {
    const { connect, to } = anInstance();
    expect(() => connect.dial({ from: '', to: '+15005550006' })).toThrow('claimed are: +12125550100');
    expect(() => connect.dial({ from: '', to })).toThrow('leads to no flow');
  });
});
