import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hear } from '../../../domain/presence/hear.ts';
import { believed, isAnother } from '../../../domain/presence/known.ts';
import { presenceTable } from '../../../domain/presence/states.ts';
import { agentEvent, at, call, instanceArn, nedArn, type Told } from './agent-events.ts';

const heard = (told: Told) => {
  const result = hear(agentEvent(told), instanceArn);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.heard;
};

describe('the presence of an agent', () => {
  it.each<[string, Told, [name: string, type: string, since: number]]>([
    ['Available as chosen', {}, ['Available', 'available', -60]],
    ['a custom status as chosen', { status: ['Lunch', 'CUSTOM', -30] }, ['Lunch', 'away', -30]],
    ['away in a status of a type that is not known yet', { status: ['Odd', 'NEW', -30] }, ['Odd', 'away', -30]],
    ['Busy while a call is offered', { contacts: [call('CONNECTING', 5)] }, ['Busy', 'busy', 5]],
    [
      'Busy while a callback is offered',
      { contacts: [call('INCOMING', 5, { method: 'CALLBACK' })] },
      ['Busy', 'busy', 5],
    ],
    [
      'CallingCustomer while dialling',
      { contacts: [call('CONNECTING', 5, { method: 'OUTBOUND' })] },
      ['CallingCustomer', 'busy', 5],
    ],
    [
      'CallingCustomer while a callback is dialled',
      { contacts: [call('CONNECTING', 5, { method: 'CALLBACK' })] },
      ['CallingCustomer', 'busy', 5],
    ],
    ['Busy on the call', { contacts: [call('CONNECTED', 9, { talking: 9 })] }, ['Busy', 'busy', 9]],
    [
      'Busy since the beginning of the talk, on hold too',
      { contacts: [call('CONNECTED_ONHOLD', 40, { talking: 9 })] },
      ['Busy', 'busy', 9],
    ],
    [
      'Busy while a consult rings beside a call on hold',
      { contacts: [call('CONNECTING', 50, { method: 'OUTBOUND' }), call('CONNECTED_ONHOLD', 40, { talking: 9 })] },
      ['Busy', 'busy', 9],
    ],
    ['AfterCallWork after the end', { contacts: [call('ENDED', 80, { talking: 9 })] }, ['AfterCallWork', 'busy', 80]],
    ['FailedConnectAgent after a missed call', { contacts: [call('MISSED', 25)] }, ['FailedConnectAgent', 'away', 25]],
    [
      'FailedConnectAgent after an error',
      { contacts: [call('ERROR', 25, { method: 'OUTBOUND' })] },
      ['FailedConnectAgent', 'away', 25],
    ],
    [
      'Available beside a chat: calls can be taken',
      { contacts: [call('CONNECTED', 9, { channel: 'CHAT' })] },
      ['Available', 'available', -60],
    ],
    [
      'Available beside a state that is not known yet',
      { contacts: [call('SOMETHING', 9)] },
      ['Available', 'available', -60],
    ],
    [
      'Busy on a call, though the status was changed meanwhile',
      { status: ['Lunch', 'CUSTOM', 20], contacts: [call('CONNECTED', 9, { talking: 9 })] },
      ['Busy', 'busy', 9],
    ],
    ['Offline as Connect says', { status: ['Offline', 'OFFLINE', 3] }, ['Offline', 'offline', 3]],
    ['offline at a LOGOUT, whatever status stayed', { type: 'LOGOUT', second: 7 }, ['Offline', 'offline', 7]],
    [
      'offline at a LOGOUT, though a call stayed',
      { type: 'LOGOUT', second: 7, contacts: [call('CONNECTED', 1)] },
      ['Offline', 'offline', 7],
    ],
    [
      'offline since the status began, at a LOGOUT that carries it',
      { type: 'LOGOUT', second: 7, status: ['Offline', 'OFFLINE', 6] },
      ['Offline', 'offline', 6],
    ],
    [
      'as the snapshot says at a LOGIN',
      { type: 'LOGIN', status: ['Available', 'ROUTABLE', 0] },
      ['Available', 'available', 0],
    ],
    [
      'as the snapshot says at a HEART_BEAT',
      { type: 'HEART_BEAT', contacts: [call('CONNECTED', 9, { talking: 9 })] },
      ['Busy', 'busy', 9],
    ],
    [
      'as the snapshot says at an event of a new type',
      { type: 'SOMETHING', contacts: [call('ENDED', 9)] },
      ['AfterCallWork', 'busy', 9],
    ],
  ])('is %s', (_, told, [name, type, since]) => {
    expect(heard(told).presence).toEqual({ name, type, since: at(since) });
  });

  it('is documented with every name that the table gives', () => {
    const page = readFileSync('docs/presence.md', 'utf8');
    for (const { name } of presenceTable) expect(page).toContain(name);
  });
});

describe('a record of the stream', () => {
  it('tells who, and when', () => {
    expect(heard({ second: 5 })).toMatchObject({
      agentArn: nedArn,
      username: 'ned',
      heardAt: at(5),
    });
  });

  it('is told by its moment, in whatever zone and precision it is written', () => {
    const event = { ...agentEvent(), EventTimestamp: '2026-11-20T10:00:05+01:00' };
    expect(hear(event, instanceArn)).toMatchObject({ heard: { heardAt: at(5) } });
  });

  it('of another instance is none of ours', () => {
    expect(hear(agentEvent(), `${instanceArn}0`)).toEqual({ ok: false, reason: 'other-instance' });
  });

  it('that is a contact record, by which a stream may be shared, is none', () => {
    const record = { AWSContactTraceRecordFormatVersion: '2017-03-10', ContactId: 'c', InstanceARN: instanceArn };
    expect(hear(record, instanceArn)).toEqual({ ok: false, reason: 'contact-record' });
  });

  it.each([
    ['Available', 'available'],
    ['Offline', 'offline'],
    ['Lunch', 'away'],
  ])('without the type of the status, as in AWS’s sample, goes by its name: %s', (name, type) => {
    const event = agentEvent({ status: [name, '', 0] });
    expect(hear(event, instanceArn)).toMatchObject({ heard: { presence: { name, type } } });
  });

  it('names the agent by what was before, where it says nothing of now', () => {
    const { CurrentAgentSnapshot: previous, ...event } = agentEvent({ type: 'LOGOUT', second: 9 });
    const record = { ...event, CurrentAgentSnapshot: null, PreviousAgentSnapshot: previous };
    expect(hear(record, instanceArn)).toMatchObject({ heard: { username: 'ned', presence: { type: 'offline' } } });
  });

  it.each<[unknown, string]>([
    [undefined, 'event'],
    ['text', 'event'],
    [{ ...agentEvent(), EventTimestamp: 'yesterday' }, 'EventTimestamp'],
    [{ ...agentEvent(), AgentARN: 'ned' }, 'AgentARN'],
    [agentEvent({ username: null }), 'Username'],
    [{ ...agentEvent(), CurrentAgentSnapshot: { Contacts: [] } }, 'CurrentAgentSnapshot.AgentStatus'],
    [
      { ...agentEvent(), CurrentAgentSnapshot: null, PreviousAgentSnapshot: agentEvent().CurrentAgentSnapshot },
      'LOGOUT',
    ],
  ])('that cannot be read names what is wrong', (record, named) => {
    const result = hear(record, instanceArn);
    expect(result).toMatchObject({ ok: false, reason: 'unreadable' });
    expect(!result.ok && result.reason === 'unreadable' && result.message).toContain(named);
  });
});

describe('what is stored', () => {
  const busy = { ...heard({ contacts: [call('CONNECTED', 0, { talking: 0 })] }), heardAt: at(0) };

  it.each([
    [300, 'Busy'],
    [301, 'Offline'],
  ])('is believed for five minutes: after %i s the agent is %s', (second, name) => {
    expect(believed(busy, new Date(at(second))).name).toBe(name);
  });

  it('says since when an agent is offline, silent or not', () => {
    expect(believed(busy, new Date(at(1000)))).toEqual({ name: 'Offline', type: 'offline', since: at(0) });
    const left = heard({ second: 60, status: ['Offline', 'OFFLINE', 3] });
    expect(believed(left, new Date(at(1000))).since).toBe(at(3));
  });

  it('is another presence by its name, its type and its beginning', () => {
    const { presence } = busy;
    expect(isAnother(undefined, presence)).toBe(true);
    expect(isAnother(presence, { ...presence })).toBe(false);
    expect(isAnother({ ...presence, since: at(-5) }, presence)).toBe(true);
    expect(isAnother({ ...presence, name: 'AfterCallWork' }, presence)).toBe(true);
    expect(isAnother({ ...presence, type: 'away' }, presence)).toBe(true);
  });

  it('is the same offline, since whenever', () => {
    const { presence } = heard({ type: 'LOGOUT', second: 7 });
    expect(isAnother({ ...presence, since: at(6) }, presence)).toBe(false);
  });
});
