import type { Person, ServiceRequest } from '../../domain/directory/types.ts';
import type { Fact } from '../../domain/interaction/facts.ts';
import { identify } from '../../lambdas/identify-caller/identify.ts';
import { route } from '../../lambdas/route-transfer/route.ts';
import { describedContactsOfConnect } from '../../lambdas/shared/adapters/described-contacts.ts';
import { flowContact, flowTransfer } from '../../lambdas/shared/connect-event.ts';
import { createClock } from '../../local/connect/clock.ts';
import { createConnect } from '../../local/connect/index.ts';
import type { Invocation, InvokeResult } from '../../local/ports.ts';
import { memoryDirectory } from '../domain/caller/memory-directory.ts';
import { clientOf } from './client-of.ts';
import { ourInstance, routeTransfer } from './our-instance.ts';

export interface DeskOptions {
  /** Now, ISO 8601; a Friday morning, when the desk is open, unless told. */
  at?: string;
  /** Who is in the directory: name → number. */
  people?: [name: string, e164: string][];
  /** Further people, with more than a number, and requests. */
  directory?: { people: Person[]; requests?: ServiceRequest[] };
  /** How the look-up behaves; it answers at once unless told. */
  lookUp?: 'answers' | 'fails' | 'is slow' | 'fails when keyed';
  /** Whether the question of a transfer, who is left and where the call came from, is answered; it is unless told. */
  routing?: 'answers' | 'fails';
  /** How many callers the service desk's queue takes. */
  queueLimit?: number;
  /** How many callers the queue of billing takes. */
  billingLimit?: number;
}

const anInvocation: Invocation = {
  functionName: 'a function',
  requestId: 'r',
  at: 0,
  ms: 10,
  outcome: 'ok',
  requests: 2,
  read: 1,
  write: 1,
};

/** An instance with our own flows as they are deployed, and the real look-up over a directory in memory. */
export function aDesk(options: DeskOptions = {}) {
  const facts: Fact[] = [];
  const queued: string[] = [];
  const clock = createClock({ mode: 'free', start: Date.parse(options.at ?? '2026-11-20T10:00:00Z') });
  let ids = 0;
  const connect = createConnect({
    clock,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    functions: {
      invoke: (arn, event, _caller, limits) =>
        arn === routeTransfer ? routed(event) : lookUp(event, limits?.timeoutMs),
      onInvocation() {},
    },
    bus: {
      put({ detail }) {
        const { eventType, queueInfo } = Object(detail);
        if (eventType === 'QUEUED') queued.push(queueInfo.queueArn);
      },
    },
    region: 'us-east-1',
    account: '111122223333',
  });

  async function lookUp(event: unknown, timeoutMs = 8000): Promise<InvokeResult> {
    if (options.lookUp === 'fails')
      return { invocation: { ...anInvocation, outcome: 'error', message: 'Error: no table' } };
    if (options.lookUp === 'is slow') return { invocation: { ...anInvocation, outcome: 'timeout', ms: timeoutMs } };
    const contact = flowContact(event);
    if (contact.keyed !== undefined && options.lookUp === 'fails when keyed')
      return { invocation: { ...anInvocation, outcome: 'error', message: 'Error: no table' } };
    const { people: more = [], requests } = options.directory ?? {};
    const payload = await identify(
      contact,
      { lineRegion: 'US' },
      {
        lookUp: memoryDirectory([...people.map(person), ...more], requests).lookUp,
        interactions: { addFact: async (fact) => void facts.push(fact) },
        clock: { now: () => new Date(clock.now()) },
      },
    );
    return { invocation: anInvocation, payload };
  }
  /** By the real function, which asks the instance as it asks Connect. */
  async function routed(event: unknown): Promise<InvokeResult> {
    if (options.routing === 'fails') {
      return { invocation: { ...anInvocation, outcome: 'error', message: 'TooManyRequestsException' } };
    }
    const contacts = describedContactsOfConnect(instance, clientOf(connect));
    return { invocation: anInvocation, payload: await route(flowTransfer(event), contacts) };
  }
  const people = options.people ?? [];
  const person = ([name, number]: [string, string], index: number): Person => ({
    id: `p-${index}`,
    name,
    region: 'US',
    phones: [{ label: 'work', number }],
    active: true,
    version: 1,
  });

  const { queueLimit, billingLimit } = options;
  const { arn: instance, ...ours } = ourInstance(connect, { 'Service desk': queueLimit, Billing: billingLimit });
  const number = connect.provision('AWS::Connect::PhoneNumber', 'Number', {
    TargetArn: instance,
    CountryCode: 'US',
    Type: 'DID',
  });
  const ask = async (method: string, path: string, body?: object) => {
    const { status, body: answer } = await connect.api({
      method,
      path,
      headers: {},
      body: body ? JSON.stringify(body) : '',
    });
    if (status >= 300) throw new Error(`${method} ${path}: ${answer}`);
    return JSON.parse(answer || '{}');
  };
  return {
    connect,
    clock,
    /** What the look-up wrote down. */
    facts,
    /** ARNs of the queues that calls came into, in order. */
    queued,
    queues: ours.queues,
    quickConnects: ours.quickConnects,
    queueTransfer: ours.queueTransfer,
    makeFlow: (name: string, content: object) =>
      ours.make('ContactFlow', name, { Type: 'CONTACT_FLOW', Content: JSON.stringify(content) }),
    /** Attributes of a contact, as the agent's screen gets them. */
    attributesOf: async (contactId: string): Promise<Record<string, string>> =>
      (await ask('GET', `/contact/attributes/${encodeURIComponent(instance)}/${contactId}`)).Attributes,
    /** Dials the desk; the number leads to this flow, the inbound one unless told. */
    async dial(from: string, leadsTo = ours.inbound) {
      await ask('PUT', `/phone-number/${encodeURIComponent(number.ref)}/contact-flow`, {
        InstanceId: instance,
        ContactFlowId: leadsTo,
      });
      return connect.dial({ from, to: number.attributes.Address ?? '' });
    },
    dialledNumber: number.attributes.Address ?? '',
  };
}
