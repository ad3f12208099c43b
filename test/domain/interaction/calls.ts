import { type Dial, type Permit, permitLasts } from '../../../domain/calling/permit.ts';
import { permitFact } from '../../../domain/calling/permit-fact.ts';
import { factFromEvent } from '../../../domain/interaction/fact-from-event.ts';
import type { CallerFact, ChoiceFact, ContactFact, Fact } from '../../../domain/interaction/facts.ts';

export const instanceArn = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
export const agents = {
  ned: `${instanceArn}/agent/aaaaaaaa-0000-0000-0000-000000000001`,
  beth: `${instanceArn}/agent/aaaaaaaa-0000-0000-0000-000000000002`,
  omar: `${instanceArn}/agent/aaaaaaaa-0000-0000-0000-000000000003`,
};
export const queues = {
  serviceDesk: `${instanceArn}/queue/bbbbbbbb-0000-0000-0000-000000000001`,
  billing: `${instanceArn}/queue/bbbbbbbb-0000-0000-0000-000000000002`,
  /** Where calls wait that are for Beth alone. */
  beth: `${instanceArn}/queue/agent/aaaaaaaa-0000-0000-0000-000000000002`,
};
/** Contact ids: the first contact and those that follow it. */
export const first = '0f0e0d0c-0000-4000-8000-00000000000a';
export const second = '0f0e0d0c-0000-4000-8000-00000000000b';
export const third = '0f0e0d0c-0000-4000-8000-00000000000c';

/** A moment of the call, in seconds after nine. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 10, 20, 9) + seconds * 1000).toISOString();
}

interface Contact {
  id?: string;
  method?: string;
  follows?: string;
  started?: number;
  reached?: number;
  queued?: number;
  queue?: string;
  answered?: number;
  agent?: string;
  ended?: number;
  wrapUp?: [number, number];
}

/**
 * An event as EventBridge delivers it, of a contact of which this much is known; `sent` is in seconds too. What has not
 * happened yet is the time of 1970 that real events carry.
 */
export function contactEvent(eventType: string, sent: number, it: Contact, detail: Record<string, unknown> = {}) {
  const time = (seconds: number | undefined) => (seconds === undefined ? '1970-01-01T00:00:00.001Z' : at(seconds));
  const { id = first, method = 'INBOUND', queue = queues.serviceDesk, agent = agents.ned } = it;
  const ends = [{ address: '+12125550123' }, { address: '+18005550100' }].map((end) => ({
    type: 'TELEPHONE_NUMBER',
    ...end,
  }));
  return {
    version: '0',
    id: 'e',
    source: 'aws.connect',
    'detail-type': 'Amazon Connect Contact Event',
    time: `${at(Math.floor(sent)).slice(0, 19)}Z`,
    resources: [`${instanceArn}/contact/${id}`, instanceArn],
    detail: {
      eventType,
      contactId: id,
      channel: 'VOICE',
      instanceArn,
      initiationMethod: method,
      initiationTimestamp: time(it.started ?? 0),
      connectedToSystemTimestamp: time(it.reached),
      disconnectTimestamp: time(it.ended),
      ...(it.follows && { initialContactId: first, previousContactId: it.follows }),
      ...(it.queued !== undefined && { queueInfo: { queueArn: queue, enqueueTimestamp: time(it.queued) } }),
      ...(it.answered !== undefined && {
        agentInfo: {
          agentArn: agent,
          connectedToAgentTimestamp: time(it.answered),
          afterContactWorkStartTimestamp: time(it.wrapUp?.[0]),
          afterContactWorkEndTimestamp: time(it.wrapUp?.[1]),
        },
      }),
      customerEndpoint: ends[0],
      systemEndpoint: ends[1],
      ...detail,
    },
  };
}

/** The fact of such an event, read by the schema that deployed code reads it with. */
export function contactFact(...event: Parameters<typeof contactEvent>): ContactFact {
  const heard = factFromEvent(contactEvent(...event), instanceArn);
  if (!heard.ok) throw new Error(`not a fact: ${JSON.stringify(heard)}`);
  return heard.fact;
}

export function callerFact(said: Partial<CallerFact> = {}): CallerFact {
  return {
    source: 'identify-caller',
    kind: 'caller',
    at: at(0.4),
    interactionId: first,
    contactId: first,
    callerNumber: '+12125550123',
    dialledNumber: '+18005550100',
    outcome: 'one-person',
    personId: '7d3c1c1a-5a0e-4a53-9b6e-2f3f0f6f0001',
    personName: 'Ada Lovelace',
    ...said,
  };
}

/** An agent says who the caller is. */
export const choiceFact = (personId: string, sent: number, by = 'ned'): ChoiceFact => ({
  source: 'agent',
  kind: 'caller-chosen',
  at: at(sent),
  interactionId: first,
  contactId: first,
  personId,
  personName: personId.toUpperCase(),
  by,
});

/** What DescribeContact adds about an end. */
export function reasonFact(reason: string, sent: number, contactId = first): ContactFact {
  return { source: 'describe-contact', kind: 'DESCRIBED', at: at(sent), interactionId: first, contactId, reason };
}

/** The outbound calls below, as Connect tells of them. */
export const dialled: Dial = {
  contactId: first,
  interactionId: first,
  agentArn: agents.ned,
  number: '+12125550123',
  at: at(0),
};

/** Leave for this contact, given a second before it. */
export const permitFor = ({ agentArn, number, at: when }: Dial): Permit => ({
  id: 'p-1',
  agentArn,
  number,
  by: 'ned',
  at: new Date(Date.parse(when) - 1000).toISOString(),
  until: new Date(Date.parse(when) - 1000 + permitLasts).toISOString(),
  outcome: 'one-person',
  personId: 'amy',
  personName: 'Amy Lindqvist',
});

/** The events of one contact as far as it gets, in the order in which they happen, each knowing all before it. */
function life(it: Contact): ContactFact[] {
  const until = (...known: (keyof Contact)[]) =>
    Object.fromEntries(Object.entries(it).filter(([name]) => [...always, ...known].includes(name as keyof Contact)));
  const always: (keyof Contact)[] = ['id', 'method', 'follows', 'started', 'queue', 'agent'];
  const { queued, answered, ended, wrapUp } = it;
  return [
    contactFact('INITIATED', it.started ?? 0, until()),
    ...(queued === undefined ? [] : [contactFact('QUEUED', queued, until('queued'))]),
    ...(answered === undefined ? [] : [contactFact('CONNECTED_TO_AGENT', answered, until('queued', 'answered'))]),
    ...(ended === undefined
      ? []
      : [contactFact('DISCONNECTED', ended, until('reached', 'queued', 'answered', 'ended'))]),
    ...(ended === undefined ? [] : [contactFact('COMPLETED', wrapUp?.[1] ?? ended, it)]),
  ];
}

/** Ned calls Beth through her quick connect, a minute into his call. */
const toBeth: Contact = {
  id: second,
  method: 'TRANSFER',
  follows: first,
  started: 60,
  queue: queues.beth,
  queued: 60.5,
  agent: agents.beth,
};

/** Conversations as they really happen: every fact that a desk which misses nothing would hold, in order. */
export const calls = {
  answered: [callerFact(), ...life({ queued: 5, answered: 20.5, ended: 90, wrapUp: [90, 120] })],
  'answered, and the caller chosen twice': [
    callerFact({ outcome: 'several-people', personId: undefined, personName: undefined }),
    ...life({ queued: 5, answered: 20.5, ended: 90, wrapUp: [90, 120] }),
    choiceFact('leila', 22),
    choiceFact('omar', 30),
  ],
  'abandoned in the queue': [callerFact(), ...life({ queued: 5, ended: 40 }), reasonFact('CUSTOMER_DISCONNECT', 41)],
  'hung up in the greeting': [callerFact(), ...life({ ended: 3 }), reasonFact('CUSTOMER_DISCONNECT', 4)],
  'sent away by the flow while waiting': [
    callerFact(),
    ...life({ queued: 5, ended: 300 }),
    reasonFact('CONTACT_FLOW_DISCONNECT', 301),
  ],
  'missed by one agent, answered by another': [
    callerFact(),
    ...life({ queued: 5, answered: 55, agent: agents.beth, ended: 90 }),
    contactFact('QUEUED', 30, { queued: 30 }),
  ],
  'transferred to a queue and answered there': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 62, wrapUp: [62, 70] }),
    ...life({
      id: second,
      method: 'TRANSFER',
      follows: first,
      started: 60,
      queue: queues.billing,
      queued: 61,
      answered: 80,
      agent: agents.beth,
      ended: 200,
    }),
  ],
  'transferred to a queue and abandoned there': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 62, wrapUp: [62, 70] }),
    ...life({
      id: second,
      method: 'TRANSFER',
      follows: first,
      started: 60,
      queue: queues.billing,
      queued: 61,
      ended: 140,
    }),
    reasonFact('CUSTOMER_DISCONNECT', 141, second),
  ],
  'handed over: both are on it, then the first agent leaves': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 100, wrapUp: [100, 130] }),
    ...life({ ...toBeth, answered: 70, ended: 300, wrapUp: [300, 320] }),
  ],
  'a consultation that came back': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 200, wrapUp: [200, 230] }),
    ...life({ ...toBeth, answered: 70, ended: 110, wrapUp: [110, 115] }),
  ],
  'a consultation that nobody answered': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 200, wrapUp: [200, 230] }),
    ...life({ ...toBeth, ended: 86 }),
    reasonFact('CONTACT_FLOW_DISCONNECT', 87, second),
  ],
  'a conference on which the customer hangs up': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 200, wrapUp: [200, 230] }),
    ...life({ ...toBeth, answered: 70, ended: 200.04, wrapUp: [200.04, 215] }),
  ],
  'handed over blindly, missed, and taken from the queue it came from': [
    callerFact(),
    ...life({ queued: 5, answered: 20, ended: 62, wrapUp: [62, 70] }),
    ...life({ ...toBeth, ended: 86 }),
    reasonFact('CONTACT_FLOW_DISCONNECT', 87, second),
    ...life({
      id: third,
      method: 'QUEUE_TRANSFER',
      follows: second,
      started: 86,
      queued: 86,
      answered: 95,
      agent: agents.omar,
      ended: 180,
    }),
  ],
  'moved by the flow to another queue': [
    callerFact(),
    ...life({ queued: 5, ended: 60 }),
    ...life({
      id: second,
      method: 'QUEUE_TRANSFER',
      follows: first,
      started: 60,
      queue: queues.billing,
      queued: 60,
      answered: 75,
      ended: 200,
    }),
  ],
  'outbound and answered': [
    ...life({ method: 'OUTBOUND', answered: 1, reached: 9, ended: 60 }),
    permitFact(dialled, permitFor(dialled)),
  ],
  'outbound and not answered': [
    ...life({ method: 'OUTBOUND', answered: 1, ended: 61 }),
    permitFact(dialled, permitFor(dialled)),
    reasonFact('TELECOM_UNANSWERED', 62),
  ],
} satisfies Record<string, Fact[]>;
