import { describe, expect, it } from 'vitest';
import { contactState } from '../../../../local/connect/agent-events/contact-state.ts';
import { agentEvent, heartBeat, type Presence, signedInAfter } from '../../../../local/connect/agent-events/event.ts';
import { agentSnapshot } from '../../../../local/connect/agent-events/snapshot.ts';
import type { AgentView, ContactView } from '../../../../local/connect/types.ts';

const at = Date.parse('2026-11-20T15:00:00.250Z');
const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/i';
const states = [
  { arn: `${instanceArn}/agent-state/available`, name: 'Available', type: 'routable' as const },
  { arn: `${instanceArn}/agent-state/offline`, name: 'Offline', type: 'offline' as const },
  { arn: `${instanceArn}/agent-state/lunch`, name: 'Lunch', type: 'not_routable' as const },
];
const queue = { arn: `${instanceArn}/queue/q`, name: 'Service desk' };

function ned(chosen = 'Available', change: Partial<AgentView> = {}): AgentView {
  return {
    ...{ arn: `${instanceArn}/agent/ned`, id: 'ned', username: 'ned', name: 'Ned Marsh' },
    state: { arn: null, name: chosen, type: 'routable', since: at },
    chosen: { name: chosen, since: at },
    contacts: [],
    routingProfile: {
      arn: `${instanceArn}/routing-profile/r`,
      name: 'Agents',
      queues: [queue],
      defaultOutboundQueue: queue,
    },
    states,
    permissions: [],
    ...change,
  };
}
const aContact = (change: Partial<ContactView> = {}, customer: 'connected' | 'hold' = 'connected'): ContactView => ({
  ...{
    contactId: 'c',
    initialContactId: 'c',
    type: 'voice',
    initiationMethod: 'inbound',
    queue,
    enqueuedAt: at - 9000,
  },
  state: { type: 'connected', since: at },
  attributes: {},
  connections: [
    {
      connectionId: 'own',
      type: 'agent',
      initial: false,
      state: { type: 'connected', since: at },
      endpoint: { type: 'agent' },
    },
    {
      ...{ connectionId: 'c', type: 'inbound', initial: true, endpoint: { type: 'phone_number' } },
      state: { type: customer, since: at + 5000 },
    },
  ],
  ...change,
});
const name = { firstName: 'Ned', lastName: 'Marsh' };
const present = (view: AgentView, signedIn = true): Presence => ({ signedIn, snapshot: agentSnapshot(view, name) });
const about = { account: '111122223333', instanceArn, agentArn: `${instanceArn}/agent/ned`, eventId: 'e', at };

describe('the event of a change', () => {
  const talking = ned('Available', { contacts: [aContact()] });
  it.each<[change: string, before: Presence | undefined, after: Presence, type: string | undefined]>([
    ['the first session', undefined, present(ned('Offline')), 'LOGIN'],
    ['back after a sign-out', present(ned('Offline'), false), present(ned()), 'LOGIN'],
    ['Offline is chosen', present(ned()), present(ned('Offline'), false), 'LOGOUT'],
    ['the session ends, whatever was chosen', present(ned()), present(ned(), false), 'LOGOUT'],
    ['another state is chosen', present(ned()), present(ned('Lunch')), 'STATE_CHANGE'],
    ['a contact comes', present(ned()), present(talking), 'STATE_CHANGE'],
    [
      'the contact goes on hold',
      present(talking),
      present(ned('Available', { contacts: [aContact({}, 'hold')] })),
      'STATE_CHANGE',
    ],
    [
      'a state is enqueued',
      present(ned()),
      present(ned('Available', { nextState: { ...states[2], arn: 'x', name: 'Lunch', since: at } as never })),
      'STATE_CHANGE',
    ],
    [
      'an attribute changes, which events do not show',
      present(talking),
      present(ned('Available', { contacts: [aContact({ attributes: { a: 'b' } })] })),
      undefined,
    ],
    ['nothing changes', present(ned()), present(ned()), undefined],
    ['somebody signed out changes', present(ned('Offline'), false), present(ned('Lunch'), false), undefined],
    ['nobody was ever there', undefined, present(ned('Offline'), false), undefined],
  ])('%s', (_change, before, after, type) => {
    const event = agentEvent(before, after, about);
    expect(event?.EventType).toBe(type);
    if (event) expect(event.CurrentAgentSnapshot).toEqual(after.snapshot);
    expect(event?.PreviousAgentSnapshot ?? null).toEqual(type === 'STATE_CHANGE' ? before?.snapshot : null);
  });

  it('has the shape that the service documents', () => {
    expect(agentEvent(present(ned()), present(talking), about)).toEqual({
      AWSAccountId: '111122223333',
      AgentARN: `${instanceArn}/agent/ned`,
      InstanceARN: instanceArn,
      EventId: 'e',
      EventTimestamp: '2026-11-20T15:00:00.250Z',
      EventType: 'STATE_CHANGE',
      Version: '2017-10-01',
      CurrentAgentSnapshot: {
        AgentStatus: {
          ARN: states[0]?.arn,
          Name: 'Available',
          Type: 'ROUTABLE',
          StartTimestamp: '2026-11-20T15:00:00.250Z',
        },
        NextAgentStatus: null,
        Configuration: {
          ...{ FirstName: 'Ned', LastName: 'Marsh', Username: 'ned', AgentHierarchyGroups: null },
          RoutingProfile: {
            ...{ ARN: `${instanceArn}/routing-profile/r`, Name: 'Agents' },
            Concurrency: [{ Channel: 'VOICE', AvailableSlots: 0, MaximumSlots: 1 }],
            DefaultOutboundQueue: { ARN: queue.arn, Name: 'Service desk' },
            InboundQueues: [
              { ARN: queue.arn, Name: 'Service desk' },
              { ARN: `${instanceArn}/queue/agent/ned`, Name: null },
            ],
          },
        },
        Contacts: [
          {
            ...{ ContactId: 'c', InitialContactId: null, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
            ...{ State: 'CONNECTED', StateStartTimestamp: '2026-11-20T15:00:00.250Z' },
            ConnectedToAgentTimestamp: '2026-11-20T15:00:00.250Z',
            QueueTimestamp: '2026-11-20T14:59:51.250Z',
            Queue: { ARN: queue.arn, Name: 'Service desk' },
          },
        ],
      },
      PreviousAgentSnapshot: expect.objectContaining({ Contacts: [] }),
    });
    expect(heartBeat(present(talking), about)).toMatchObject({ EventType: 'HEART_BEAT' });
  });

  it('keeps since when a contact is connected once it is over', () => {
    const own = { ...aContact().connections[0], state: { type: 'disconnected', since: at + 60_000 } } as never;
    const over = aContact({ state: { type: 'ended', since: at + 60_000 }, connections: [own] });
    const snapshot = agentSnapshot(ned('Available', { contacts: [over] }), name, present(talking).snapshot);
    expect(snapshot.Contacts[0]).toMatchObject({
      ...{ State: 'ENDED', StateStartTimestamp: '2026-11-20T15:01:00.250Z' },
      ConnectedToAgentTimestamp: '2026-11-20T15:00:00.250Z',
    });
  });
});

describe('the state of a contact', () => {
  const state = (type: ContactView['state']['type']) => aContact({ state: { type, since: at } });
  const engaged = ned('Lunch', { state: { arn: null, name: 'LineEngagedCustomer', type: 'error', since: at } });
  const failed = ned('Available', { state: { arn: null, name: 'FailedConnectAgent', type: 'error', since: at } });
  it.each<[contact: ContactView, agent: AgentView, state: string, since: number]>([
    [state('incoming'), ned(), 'INCOMING', at],
    [state('pending'), ned(), 'PENDING', at],
    [state('connecting'), ned(), 'CONNECTING', at],
    [aContact(), ned(), 'CONNECTED', at],
    [aContact({}, 'hold'), ned(), 'CONNECTED_ONHOLD', at + 5000],
    [state('missed'), ned(), 'MISSED', at],
    [state('error'), ned(), 'MISSED', at],
    [state('error'), failed, 'ERROR', at],
    [state('error'), engaged, 'ERROR', at],
    [state('ended'), ned(), 'ENDED', at],
  ])('%#', (contact, agent, expected, since) => {
    expect(contactState(agent, contact)).toEqual({ state: expected, since });
  });
});

describe('who is signed in', () => {
  const later = (view: AgentView) => ({ ...view, chosen: { ...view.chosen, since: at + 1 } });
  const withContact = (chosen: string) => ned(chosen, { contacts: [aContact()] });
  it.each<[change: string, was: boolean, before: AgentView | undefined, after: AgentView, is: boolean]>([
    ['comes to work without a session', false, ned('Offline'), ned(), true],
    ['is first seen at work', false, undefined, ned(), true],
    ['is first seen offline', false, undefined, ned('Offline'), false],
    ['goes offline', true, ned(), ned('Offline'), false],
    [
      'goes offline with a contact, and stays until it is cleared',
      true,
      withContact('Available'),
      withContact('Offline'),
      true,
    ],
    ['has cleared the contact, and goes', true, withContact('Offline'), ned('Offline'), false],
    ['stays offline in a session', true, ned('Offline'), later(ned('Offline')), true],
    ['stays offline without one', false, ned('Offline'), ned('Offline'), false],
    ['left the session and is still routable', false, ned(), ned(), false],
    ['left the session, and chooses again', false, ned(), later(ned()), true],
    ['left the session, and is rung', false, ned(), withContact('Available'), true],
  ])('%s', (_change, was, before, after, is) => {
    expect(signedInAfter(was, before, after)).toBe(is);
  });
});
