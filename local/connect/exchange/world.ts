import type { ConnectPorts } from '../../ports.ts';
import type { FlowRun } from '../flow/interpreter.ts';
import type { LegState } from '../machine/agent-leg.ts';
import type { ChosenState } from '../machine/agent-state.ts';
import type { ContactLife } from '../machine/contact-life.ts';
import type { Resources } from '../resources.ts';
import type { ConnectionStateType } from '../types.ts';
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

export type DisconnectReason = 'OTHER' | 'CUSTOMER_DISCONNECT' | 'AGENT_DISCONNECT' | 'CONTACT_FLOW_DISCONNECT';

export interface Contact {
  id: string;
  /** Absent on the first leg of a conversation. */
  initialId?: string;
  previousId?: string;
  initiationMethod: 'INBOUND';
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
  onHold: boolean;
  /** The flow that the caller hears now. */
  run?: FlowRun;
  /** The whisper or hold flow that the agent hears now. */
  agentRun?: FlowRun;
  call: CallHandle;
}

export interface Leg {
  contact: Contact;
  state: LegState;
  since: number;
  failure?: string;
  connectionId: string;
  customerConnectionId: string;
  customer: { state: ConnectionStateType; since: number };
  muted: boolean;
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

/** Tells everyone who has the contact on the screen. */
export function contactChanged(world: World, contact: Contact): void {
  for (const agent of world.agents.values()) {
    if (agent.legs.some((leg) => leg.contact === contact)) changed(world, agent);
  }
}
