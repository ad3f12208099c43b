import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../../local/connect/agent-events/event.ts';
import { passTime } from '../../../../local/connect/clock.ts';
import { aDesk } from '../exchange/desk.ts';

const streamArn = 'arn:aws:kinesis:us-east-1:111122223333:stream/agents';

function aStreamedDesk() {
  const desk = aDesk();
  desk.connect.provision('AWS::Connect::InstanceStorageConfig', 'AgentEvents', {
    InstanceArn: desk.instanceArn,
    ResourceType: 'AGENT_EVENTS',
    StorageType: 'KINESIS_STREAM',
    KinesisStreamConfig: { StreamArn: streamArn },
  });
  const events = () => desk.records.map(({ record }) => record as AgentEvent);
  return {
    ...desk,
    events,
    /** Of one agent: type, chosen status, states of the contacts. */
    told: (username = 'ned') =>
      events()
        .filter((event) => event.AgentARN === desk.agent(username).arn)
        .map(({ EventType, CurrentAgentSnapshot: now }) =>
          [EventType, now.AgentStatus.Name, ...now.Contacts.map(({ State }) => State)].join(' '),
        ),
  };
}

describe('the agent event stream', () => {
  it('tells an agent’s day: session, call, hold, after-call work, and home', async () => {
    const { connect, becomes, dial, until, act, told, records } = aStreamedDesk();
    connect.softphone('ned', true);
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    act('ned', 'HoldConnection', { side: 'customer' });
    act('ned', 'ResumeConnection', { side: 'customer' });
    call.hangUp();
    act('ned', 'ClearContact');
    becomes('ned', 'Offline');
    connect.softphone('ned', false);
    expect(told()).toEqual([
      'LOGIN Offline',
      'STATE_CHANGE Available',
      'STATE_CHANGE Available CONNECTING',
      'STATE_CHANGE Available CONNECTED',
      'STATE_CHANGE Available CONNECTED_ONHOLD',
      'STATE_CHANGE Available CONNECTED',
      'STATE_CHANGE Available ENDED',
      'STATE_CHANGE Available',
      'LOGOUT Offline',
    ]);
    expect(new Set(records.map((one) => one.streamArn))).toEqual(new Set([streamArn]));
    expect(new Set(records.map((one) => one.partitionKey))).toEqual(new Set([connect.agent('ned')?.arn]));
  });

  it('shows a ring that nobody took as missed, and the next status while there is a contact', async () => {
    const { becomes, dial, until, act, told, events, clock, connect } = aStreamedDesk();
    becomes('ned', 'Available');
    const call = await dial();
    await until(() => call.phase === 'ringing');
    await passTime(connect, clock, 20_000);
    expect(told().at(-1)).toBe('STATE_CHANGE Available MISSED');
    becomes('ned', 'Available');
    await until(() => call.phase === 'ringing');
    act('ned', 'AcceptContact');
    await until(() => call.phase === 'talking');
    becomes('ned', 'Lunch', true);
    expect(events().at(-1)?.CurrentAgentSnapshot.NextAgentStatus).toMatchObject({ Name: 'Lunch' });
    expect(events().at(-1)?.PreviousAgentSnapshot?.NextAgentStatus).toBeNull();
  });

  it('beats every two minutes that nothing else is told, and for an hour after the agent has gone', async () => {
    const { connect, clock, becomes, told, events } = aStreamedDesk();
    becomes('ned', 'Available');
    await passTime(connect, clock, 119_000);
    becomes('ned', 'Lunch');
    await passTime(connect, clock, 119_000);
    expect(told()).toEqual(['LOGIN Available', 'STATE_CHANGE Lunch']);
    await passTime(connect, clock, 241_000);
    expect(told().slice(2)).toEqual(['HEART_BEAT Lunch', 'HEART_BEAT Lunch', 'HEART_BEAT Lunch']);
    const beat = events().at(-1);
    expect(beat?.PreviousAgentSnapshot).toEqual(beat?.CurrentAgentSnapshot);
    becomes('ned', 'Offline');
    const count = told().length;
    await passTime(connect, clock, 7_200_000);
    expect(told().slice(count)).toEqual(Array(30).fill('HEART_BEAT Offline'));
    expect(clock.next()).toBeUndefined();
  });

  it('shows a consulted colleague on a contact of the same conversation, and who called out', async () => {
    const { talks, becomes, adds, takes, asks, told, events, agent, calls, pass } = aStreamedDesk();
    const call = await talks('ned');
    becomes('beth', 'Available');
    adds('ned', 'beth');
    await takes('beth');
    expect(told('beth').slice(1)).toEqual(['STATE_CHANGE Available CONNECTING', 'STATE_CHANGE Available CONNECTED']);
    const ofBeth = events().findLast(({ AgentARN }) => AgentARN === agent('beth').arn);
    expect(ofBeth?.CurrentAgentSnapshot.Contacts).toMatchObject([
      {
        ...{ InitialContactId: call.contactId, InitiationMethod: 'TRANSFER' },
        Queue: { ARN: expect.stringContaining('/queue/agent/') },
      },
    ]);
    asks('ned', 'DestroyConnection');
    call.hangUp();
    expect(told('ned').at(-1)).toBe('STATE_CHANGE Available ENDED');
    expect(told('beth').at(-1)).toBe('STATE_CHANGE Available ENDED');
    becomes('amy', 'Lunch');
    calls('amy', '+12125550123');
    await pass(5_000);
    expect(told('amy')).toEqual(['LOGIN Lunch', 'STATE_CHANGE Lunch CONNECTING', 'STATE_CHANGE Lunch CONNECTED']);
  });

  it('is silent without a storage configuration', async () => {
    const desk = aDesk();
    desk.connect.softphone('ned', true);
    desk.becomes('ned', 'Available');
    await passTime(desk.connect, desk.clock, 600_000);
    expect(desk.records).toEqual([]);
  });
});
