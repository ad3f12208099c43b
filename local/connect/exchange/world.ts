import type { ConnectPorts } from '../../ports.ts';
import type { FlowRun } from '../flow/interpreter.ts';
import type { LegState } from '../machine/agent-leg.ts';
import type { ChosenState } from '../machine/agent-state.ts';
import type { ContactLife } from '../machine/contact-life.ts';
import type { Outcome } from '../machine/dialled.ts';
import type { Talk } from '../machine/talk.ts';
import type { Resources } from '../resources.ts';
import type { ConnectionStateType, EndpointView } from '../types.ts';
import type { CallHandle } from './call.ts';

/** Everything that changes while the instance runs. */
export interface World {
  ports: ConnectPorts;
  resources: Resources;
  contacts: Map<string, Contact>;
  agents: Map<string, Agent>;
  calls: CallHandle[];
  /** Function runs under way. */
  pending: Set<Promise<unknown>>;
  /** Cancels the look for an agent that waits for a delay to end. */
  stopRerouting?: () => void;
  agentListeners: Set<(username: string) => void>;
}

export interface Endpoint {
  address: string;
  type: 'TELEPHONE_NUMBER';
}

/** Moments of a contact, epoch ms of the instance's clock. */
export interface ContactTimes {
  initiated: number;
  /** The customer's end was connected: at once for somebody who called, on the answer for somebody whom we call. */
  connectedToSystem?: number;
  enqueued?: number;
  dequeued?: number;
  ringing?: number;
  accepted?: number;
  connectedToAgent?: number;
  disconnected?: number;
  afterContactWorkStart?: number;
  afterContactWorkEnd?: number;
  /** Of the attributes, by the API. */
  updated?: number;
}

/** Words of a contact's record [docs]. */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'THIRD_PARTY_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_BUSY'
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_NUMBER_INVALID'
  | 'TELECOM_ORIGINATOR_CANCEL'
  | 'OTHER';

export type InitiationMethod =
  | 'INBOUND'
  | 'OUTBOUND'
  | 'TRANSFER'
  | 'QUEUE_TRANSFER'
  | 'EXTERNAL_OUTBOUND'
  | 'CALLBACK';

export interface Contact {
  id: string;
  /** Absent on the first leg of a conversation. */
  initialId?: string;
  previousId?: string;
  relatedId?: string;
  initiationMethod: InitiationMethod;
  life: ContactLife;
  /** Null when the network delivered no caller. */
  customer: Endpoint | null;
  system: Endpoint;
  attributes: Record<string, string>;
  /** Hook name of the flow language → flow ARN. */
  hooks: Record<string, string>;
  voice: string;
  language: string | null;
  /** What UpdateContactData set: Name, Description, CustomerId … */
  data: Record<string, string>;
  logging: boolean;
  recorded: string[];
  priority: number;
  targetQueueArn?: string;
  /** Whom an AGENT_TRANSFER flow is to reach: `$.Agent` there [docs]. */
  wanted?: Agent;
  /** Set while and after the contact is queued. */
  queueArn?: string;
  times: ContactTimes;
  /** Agent whom the contact was joined with. */
  agent?: Agent;
  attempts: number;
  disconnectReason?: DisconnectReason;
  completed: boolean;
  /** The customer's side of this contact hears the hold flow. */
  onHold: boolean;
  /** An agent called this contact in and is its customer's side, until that agent leaves. */
  parent?: ThirdParty;
  /** That agent, shown in the customer's place until the customer is joined. */
  from?: EndpointView;
  /** While a telephone rings that the instance called. */
  dialling?: { answer(): void; fail(outcome: Outcome): void; stop(): void };
  callback?: Callback;
  /** Where a callback would reach the customer, when the flow asked for another number than the caller's. */
  callbackNumber?: string;
  /** The flow that the caller hears now. */
  run?: FlowRun;
  /** The whisper or hold flow that the agent hears now. */
  agentRun?: FlowRun;
  /** The lines of the persons who are in this contact now. */
  lines: CallHandle[];
  /** The line that tells what happens: the customer's, or an outside third party's own. */
  call: CallHandle;
}

/** What CreateCallbackContact asked for. */
export interface Callback {
  /** Ms between two attempts to reach the customer. */
  retryAfter: number;
  attemptsLeft: number;
  /** Ends the wait before the next attempt. */
  stopWaiting?: () => void;
}

export interface Connection {
  id: string;
  state: ConnectionStateType;
  since: number;
  muted: boolean;
}

/** Somebody whom an agent called in: another contact, and how it is reached from the agent's leg. */
export interface ThirdParty extends Connection {
  leg: Leg;
  contact: Contact;
  endpoint: EndpointView;
  quickConnectName?: string;
}

export interface Leg {
  agent: Agent;
  contact: Contact;
  state: LegState;
  since: number;
  failure?: string;
  talk: Talk;
  own: Connection;
  customer: Connection;
  /** Oldest first; only the last one can be live. */
  thirds: ThirdParty[];
  stopRinging?: () => void;
}

export interface Agent {
  arn: string;
  id: string;
  username: string;
  firstName: string;
  lastName: string;
  /** Absent: the instance's first routing profile. */
  routingProfileArn?: string;
  /** ARNs or names; empty: Connect's own profile `Agent`. */
  securityProfiles: string[];
  chosen: ChosenState;
  next?: ChosenState;
  legs: Leg[];
  /** Since when nothing kept the agent from a call. */
  freeSince: number;
  version: number;
}

export const now = (world: World) => world.ports.clock.now();

/** Tells the listeners that this agent looks different. */
export function changed(world: World, agent: Agent): void {
  agent.version++;
  for (const listener of world.agentListeners) listener(agent.username);
}

/** The legs of agents who have the contact on the screen. */
export const legsOf = (world: World, contact: Contact): Leg[] =>
  [...world.agents.values()].flatMap((agent) => agent.legs.filter((leg) => leg.contact === contact));

/** Tells everyone who has the contact on the screen. */
export function contactChanged(world: World, contact: Contact): void {
  for (const { agent } of legsOf(world, contact)) changed(world, agent);
}
