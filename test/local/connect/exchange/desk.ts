import { passTime } from '../../../../local/connect/clock.ts';
import type { Call } from '../../../../local/connect/types.ts';
import { anInstance, type Block, bye, type Options, says, toQueue } from '../instance.ts';

/** Three agents, quick connects of each kind, and what the tests of calls out and of transfers ask for. */

export const toAgent: Block[] = toQueue.map((block) =>
  block.id === 'queue' ? { ...block, parameters: { AgentId: '$.Agent.ARN' } } : block,
);
/** A quick connect's queue is the working queue already. */
export const straightIn: Block[] = toAgent.slice(1);

/** Where a goodbye is spoken to whoever remains. */
export const withGoodbye: Block[] = [
  {
    id: 'hook',
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { CustomerRemaining: '${Goodbye}' } },
    next: 'queue',
    errors: { NoMatchingError: 'bye' },
  },
  ...toQueue,
];

/** Flows of a wait for one agent that goes on in another queue, and of a goodbye. */
export const movingOn: NonNullable<Options['flows']> = {
  Goodbye: { type: 'CONTACT_FLOW', blocks: [says('Goodbye.', 'bye'), bye] },
  Waits: {
    type: 'CUSTOMER_QUEUE',
    blocks: [
      {
        id: 'wait',
        type: 'Wait',
        parameters: { TimeLimitSeconds: '25' },
        when: { WaitCompleted: 'move' },
        errors: { NoMatchingError: 'move' },
      },
      {
        id: 'move',
        type: 'DequeueContactAndTransferToQueue',
        parameters: { QueueId: '${Billing}' },
        next: 'bye',
        errors: { NoMatchingError: 'bye', QueueAtCapacity: 'bye' },
      },
      bye,
    ],
  },
  ToAgent: {
    type: 'AGENT_TRANSFER',
    blocks: [
      {
        id: 'hook',
        type: 'UpdateContactEventHooks',
        parameters: { EventHooks: { CustomerQueue: '${Waits}', CustomerRemaining: '${Goodbye}' } },
        next: 'queue',
        errors: { NoMatchingError: 'queue' },
      },
      ...toAgent,
    ],
  },
};

/** Asks for a callback, and lets the caller wait as well. */
export const calledBack: Block[] = [
  {
    id: 'which',
    type: 'UpdateContactTargetQueue',
    parameters: { QueueId: '${Queue}' },
    next: 'ask',
    errors: { NoMatchingError: 'bye' },
  },
  {
    id: 'ask',
    type: 'CreateCallbackContact',
    parameters: { InitialCallDelaySeconds: '5', RetryDelaySeconds: '600', MaximumConnectionAttempts: '2' },
    next: 'enter',
    errors: { NoMatchingError: 'bye' },
  },
  ...straightIn,
];

export function aDesk(options: Options = {}) {
  // A flow of the test may name another one of it, so these come first.
  const { ToAgent, ...flows } = options.flows ?? {};
  const desk = anInstance({
    ...options,
    flows: {
      ...flows,
      ToAgent: ToAgent ?? { type: 'AGENT_TRANSFER', blocks: toAgent },
      ToQueue: { type: 'QUEUE_TRANSFER', blocks: straightIn },
    },
  });
  const { connect, clock, bus, arns, instanceArn, agent } = desk;
  connect.addAgent({ username: 'amy', firstName: 'Amy', lastName: 'Wong' });
  const quickConnect = (name: string, config: Record<string, unknown>) =>
    connect.provision('AWS::Connect::QuickConnect', name, {
      InstanceArn: instanceArn,
      Name: name,
      QuickConnectConfig: config,
    }).ref;
  const user = (username: string) =>
    quickConnect(agent(username).name, {
      QuickConnectType: 'USER',
      UserConfig: { UserArn: agent(username).arn, ContactFlowArn: arns.ToAgent },
    });
  const quickConnects: Record<string, string> = {
    ned: user('ned'),
    beth: user('beth'),
    amy: user('amy'),
    billing: quickConnect('Billing', {
      QuickConnectType: 'QUEUE',
      QueueConfig: { QueueArn: arns.Billing, ContactFlowArn: arns.ToQueue },
    }),
    garage: quickConnect('Garage', { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+12125550177' } }),
  };

  const contactOf = (username: string, index = 0) => {
    const contact = agent(username).contacts[index];
    if (!contact) throw new Error(`${username} has no contact`);
    return contact;
  };
  /** `agent`, `customer` or `third`: the last one. */
  const side = (username: string, which: string) => {
    const { connections } = contactOf(username);
    return which === 'agent' ? connections[0] : which === 'customer' ? connections[1] : connections.slice(2).at(-1);
  };
  const asks = (username: string, operation: string, which = 'agent', more: Record<string, unknown> = {}) =>
    connect.act(username, {
      operation,
      params: { contactId: contactOf(username).contactId, connectionId: side(username, which)?.connectionId, ...more },
    });

  return {
    ...desk,
    quickConnects,
    contactOf,
    asks,
    /** The agent's state, the contact's and those of the connections, in one line. */
    shows(username: string): string {
      const { state, contacts } = agent(username);
      const legs = contacts.map(
        (contact) =>
          `${contact.state.type}: ${contact.connections.map((leg) => `${leg.type} ${leg.state.type}`).join(', ')}`,
      );
      return [`${state.name}/${state.type}`, ...legs].join(' | ');
    },
    calls: (username: string, phoneNumber: unknown, more: Record<string, unknown> = {}) =>
      connect.act(username, {
        operation: 'CreateOutboundContact',
        params: { endpoint: { type: 'phone_number', phoneNumber, endpointARN: null }, ...more },
      }),
    /** Calls in a number, or whom a quick connect leads to. */
    adds(username: string, whom: string) {
      const endpoint = quickConnects[whom]
        ? { type: 'agent', endpointARN: quickConnects[whom], phoneNumber: null }
        : { type: 'phone_number', endpointARN: null, phoneNumber: whom };
      return asks(username, 'CreateAdditionalConnection', 'agent', { endpoint });
    },
    /** A customer talks with this agent. */
    async talks(username: string, from = '+12125550123'): Promise<Call> {
      desk.becomes(username, 'Available');
      const call = await desk.dial(from);
      await desk.until(() => call.phase === 'ringing');
      asks(username, 'AcceptContact');
      await desk.until(() => call.phase === 'talking');
      await passTime(connect, clock, 5_000);
      return call;
    },
    /** The agent takes what rings, and has heard the whisper. */
    async takes(username: string): Promise<void> {
      await connect.settled();
      asks(username, 'AcceptContact');
      await passTime(connect, clock, 5_000);
    },
    pass: (ms: number) => passTime(connect, clock, ms),
    /** What the bus heard of this contact. */
    eventsOf: (contactId: string) =>
      bus.filter(({ detail }) => detail.contactId === contactId).map(({ detail }) => detail.eventType),
    detailOf(contactId: string, type: string) {
      const found = bus.find(({ detail }) => detail.contactId === contactId && detail.eventType === type);
      if (!found) throw new Error(`no ${type} of ${contactId}`);
      return found.detail;
    },
    /** The record of a contact. */
    async recordOf(contactId: string) {
      const { body } = await desk.ask('GET', `/contacts/${instanceArn.split('/')[1]}/${contactId}`);
      return body.Contact;
    },
  };
}
