import type {
  AgentView,
  Answer,
  Call,
  CallEvent,
  Connect,
  ConnectInstance,
  ContactView,
} from '../../../local/connect/types.ts';

const arn = (rest: string) =>
  `arn:aws:connect:us-east-1:111122223333:instance/3f2a1b4c-5d6e-4f70-8a91-b2c3d4e5f607/${rest}`;

export const serviceDesk = { arn: arn('queue/q1'), name: 'Service desk' };
const available = { arn: arn('agent-state/s1'), name: 'Available', type: 'routable' } as const;
const offline = { arn: arn('agent-state/s2'), name: 'Offline', type: 'offline' } as const;

export function agentNed(now: number): AgentView {
  return {
    arn: arn('agent/a1'),
    id: 'a1',
    username: 'ned',
    name: 'Ned Sample',
    state: { ...available, since: now },
    chosen: { name: 'Available', since: now },
    contacts: [],
    routingProfile: {
      arn: arn('routing-profile/r1'),
      name: 'Desk',
      queues: [serviceDesk],
      defaultOutboundQueue: serviceDesk,
    },
    states: [available, offline],
    permissions: ['outboundCall'],
  };
}

/** A call that rings at Ned, each of its members replaceable. */
export function ringing(now: number, difference: Partial<ContactView> = {}): ContactView {
  return {
    contactId: 'c1',
    initialContactId: 'c1',
    type: 'voice',
    initiationMethod: 'INBOUND',
    state: { type: 'connecting', since: now },
    queue: serviceDesk,
    enqueuedAt: now - 5000,
    attributes: { personName: 'Amy Lindqvist' },
    customerEndpoint: { address: '+12125550123', type: 'TELEPHONE_NUMBER' },
    systemEndpoint: { address: '+18005550100', type: 'TELEPHONE_NUMBER' },
    connections: [
      {
        connectionId: 'l1',
        type: 'agent',
        initial: false,
        state: { type: 'connecting', since: now },
        endpoint: { type: 'agent' },
      },
      {
        connectionId: 'l2',
        type: 'inbound',
        initial: true,
        state: { type: 'connected', since: now },
        endpoint: { type: 'phone_number', phoneNumber: '+12125550123' },
      },
    ],
    ...difference,
  };
}

/** An instance with one agent and one number, moved by hand; it records what it is asked to do. */
export function createFakeConnect(now: () => number) {
  const ned = agentNed(now());
  const listeners = new Set<(username: string) => void>();
  const calls: FakeCall[] = [];
  const acted: { username: string; operation: string; params: Record<string, unknown> }[] = [];
  let version = 1;

  const change = (difference: Partial<AgentView>) => {
    Object.assign(ned, difference);
    version += 1;
    for (const listener of listeners) listener('ned');
  };
  const only = () => ned.contacts[0];
  const legs = (type: 'connected' | 'disconnected') =>
    (only()?.connections ?? []).map((leg) => ({ ...leg, state: { type, since: now() } }));
  const system = (name: string) => ({ arn: null, name, type: 'system' as const, since: now() });
  const move = (type: ContactView['state']['type'], name: string) => {
    const contact = only();
    if (!contact) return refuse;
    const connections = legs(type === 'connected' ? 'connected' : 'disconnected');
    change({ state: system(name), contacts: [{ ...contact, state: { type, since: now() }, connections }] });
    return done;
  };
  const commands: Record<string, (params: Record<string, unknown>) => Answer> = {
    AcceptContact: () => move('connected', 'Busy'),
    DestroyConnection: () => move('ended', 'AfterCallWork'),
    ClearContact: () => {
      change({ state: { ...available, since: now() }, contacts: [] });
      return done;
    },
    PutAgentState: ({ state }) => {
      const wanted = ned.states.find(({ name }) => name === Object(state).name);
      if (!wanted) return { ok: false, type: 'InvalidStateException', message: 'No such state.' };
      change({ state: { ...wanted, since: now() }, chosen: { name: wanted.name, since: now() } });
      return done;
    },
  };

  const connect: Connect & Pick<ConnectInstance, 'approvedOrigins'> = {
    instanceArn: () => arn('').slice(0, -1),
    approvedOrigins: () => [],
    provision: unsupported,
    api: unsupported,
    addAgent: unsupported,
    agents: () => [ned],
    agent: (username) => (username === 'ned' ? ned : undefined),
    version: () => version,
    onAgentChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act(username, { operation, params }) {
      acted.push({ username, operation, params });
      return Object.hasOwn(commands, operation) ? (commands[operation]?.(params) ?? refuse) : refuse;
    },
    failAgent: () => move('error', 'FailedConnectAgent'),
    endpoints: (queueArns) =>
      queueArns.includes(serviceDesk.arn)
        ? [{ arn: arn('transfer-destination/t1'), type: 'agent', name: 'Beth Sample', agentLogin: 'beth' }]
        : [],
    numbers: () => ['+18005550100'],
    dial({ to }) {
      if (to !== '+18005550100') throw new Error(`${to} is not a number of this instance.`);
      const call = createFakeCall(`c${calls.length + 1}`, now);
      calls.push(call);
      return call;
    },
    calls: () => calls,
    contacts: () => [],
    queues: () => [serviceDesk],
    settled: async () => {},
  };
  const ring = (difference?: Partial<ContactView>) =>
    change({ state: system('PendingBusy'), contacts: [ringing(now(), difference)] });

  return { connect, ned, acted, calls, change, ring };
}

const done: Answer = { ok: true, value: undefined };
const refuse: Answer = { ok: false, type: 'InvalidStateException', message: 'Invalid contact state.' };
const unsupported = () => {
  throw new Error('not part of this test');
};

export interface FakeCall extends Call {
  add(event: CallEvent): void;
  pressed: string[];
}

function createFakeCall(contactId: string, now: () => number): FakeCall {
  const listeners = new Set<(event: CallEvent) => void>();
  const call: FakeCall = {
    contactId,
    direction: 'inbound',
    number: '',
    events: [{ kind: 'phase', at: now(), phase: 'flow' }],
    phase: 'flow',
    pressed: [],
    add(event) {
      call.events.push(event);
      if (event.kind === 'phase') call.phase = event.phase;
      for (const listener of listeners) listener(event);
    },
    press: (key) => call.pressed.push(key),
    answer() {},
    hangUp() {
      call.endedBy = 'caller';
      call.add({ kind: 'phase', at: now(), phase: 'ended' });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return call;
}
