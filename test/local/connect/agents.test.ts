import { describe, expect, it } from 'vitest';
import { passTime } from '../../../local/connect/clock.ts';
import { anInstance, says, toQueue } from './instance.ts';

describe('agents', () => {
  it('start offline and may choose the states of the instance', () => {
    const { agent } = anInstance();
    expect(agent('ned')).toMatchObject({
      name: 'Ned Flanders',
      state: { name: 'Offline', type: 'offline', arn: expect.stringContaining('/agent-state/') },
      permissions: ['outboundCall'],
      routingProfile: {
        name: 'Agents',
        queues: [{ name: 'Service desk' }, { name: 'Billing' }],
        defaultOutboundQueue: { name: 'Service desk' },
      },
    });
    expect(agent('ned').states.map((state) => `${state.name} ${state.type}`)).toEqual([
      'Available routable',
      'Offline offline',
      'Break not_routable',
      'Lunch not_routable',
      'Training not_routable',
    ]);
  });

  it('have the routing profile that they are given by name', () => {
    const { connect } = anInstance();
    const named = { firstName: 'Ivy', lastName: 'Novak', routingProfile: 'Agents' };
    expect(connect.addAgent({ username: 'ivy', ...named }).routingProfile.name).toBe('Agents');
    expect(() => connect.addAgent({ username: 'raj', ...named, routingProfile: 'None' })).toThrow(
      'there is no routing profile "None"',
    );
    expect(connect.agent('raj')).toBeUndefined();
  });

  it('may not choose a state of the system or of nobody', () => {
    const { becomes } = anInstance();
    expect(becomes('ned', 'Busy')).toEqual({
      ok: false,
      type: 'InvalidStateException',
      message: 'there is no state "Busy" that an agent may choose',
    });
  });

  it('keep the state enqueued in a call for after the last contact', async () => {
    const { dial, until, becomes, act, agent } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    becomes('ned', 'Lunch', true);
    expect(agent('ned')).toMatchObject({
      state: { name: 'Busy' },
      nextState: { name: 'Lunch' },
      chosen: { name: 'Available' },
    });
    call.hangUp();
    expect(agent('ned').state.name).toBe('AfterCallWork');
    act('ned', 'ClearContact');
    expect(agent('ned')).toMatchObject({ state: { name: 'Lunch', type: 'not_routable' }, chosen: { name: 'Lunch' } });
    expect(agent('ned').nextState).toBeUndefined();
  });

  it('clear the finished contact by choosing a state', async () => {
    const { dial, until, becomes, act, agent, events } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    call.hangUp();
    becomes('ned', 'Break');
    expect(agent('ned')).toMatchObject({ state: { name: 'Break' }, contacts: [] });
    expect(events().at(-1)).toBe('COMPLETED');
  });

  it('are not rung while they are offline, on a break, or have a contact that is not cleared', async () => {
    const { dial, until, becomes, act, agent, connect } = anInstance({ inbound: [says('Hi', 'queue'), ...toQueue] });
    becomes('beth', 'Lunch');
    becomes('ned', 'Available');
    const first = await dial();
    await until(() => first.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => first.phase === 'talking');
    first.hangUp();
    const second = await dial('+12125550124');
    await until(() => second.phase === 'queue');
    await connect.settled();
    expect(agent('ned').contacts.length).toBe(1);
    expect(agent('beth').contacts).toEqual([]);
    act('ned', 'ClearContact');
    expect(agent('ned').contacts[0]?.contactId).toBe(second.contactId);
  });

  it('keep their place in the row when they choose Available once more', async () => {
    const { connect, clock, dial, until, becomes, agent } = anInstance();
    becomes('ned', 'Available');
    await passTime(connect, clock, 5_000);
    becomes('beth', 'Available');
    await passTime(connect, clock, 5_000);
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    expect(agent('ned').state.name).toBe('PendingBusy');
  });

  it('cannot clear a live contact, accept twice, or do what is not emulated', async () => {
    const { dial, until, becomes, act } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    expect(act('ned', 'ClearContact')).toMatchObject({ ok: false, type: 'InvalidStateException' });
    act('ned', 'AcceptContact');
    expect(act('ned', 'AcceptContact')).toMatchObject({ ok: false, type: 'InvalidStateException' });
    expect(act('ned', 'TransferContact')).toEqual({
      ok: false,
      type: 'NotEmulatedException',
      message: 'not emulated: TransferContact',
    });
    expect(act('ned', 'AcceptContact', { contactId: 'x' })).toMatchObject({ message: 'ned has no contact x' });
  });

  it('are told to listeners with a growing version at each visible change', async () => {
    const { connect, dial, until, becomes } = anInstance();
    const told: string[] = [];
    const stop = connect.onAgentChange((username) => told.push(username));
    const before = connect.version('ned');
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    expect(told).toEqual(['ned', 'ned']);
    expect(connect.version('ned')).toBe(before + 2);
    stop();
    becomes('beth', 'Available');
    expect(told.length).toBe(2);
  });

  it('are never shown halfway: the contact that is cleared is gone when the listener is told', async () => {
    const { connect, dial, until, becomes, act, agent } = anInstance();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    call.hangUp();
    const seen: string[] = [];
    connect.onAgentChange(() => seen.push(`${agent('ned').state.name} ${agent('ned').contacts.length}`));
    act('ned', 'ClearContact');
    expect(seen).toEqual(['Available 0']);
  });

  it('have the same ARN after a restart', () => {
    expect(anInstance().agent('ned').arn).toBe(anInstance().agent('ned').arn);
    expect(anInstance().arns).toEqual(anInstance().arns);
  });
});
