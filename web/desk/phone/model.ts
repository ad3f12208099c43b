/**
 * What the page knows of the telephone: one plain value, derived anew from each snapshot that Streams delivers, so that
 * a missed callback cannot leave it half true. Times are epoch milliseconds of this browser's clock.
 */
import type { CallAction, CallState } from './call-states.ts';

export type PresenceType = 'available' | 'away' | 'offline' | 'system' | 'error';

export interface Presence {
  /** Connect's own name, e.g. `Available`, `Lunch`, `AfterCallWork`. */
  name: string;
  type: PresenceType;
  since: number;
}

export interface AgentModel {
  name: string;
  presence: Presence;
  /** What the agent may choose, in Connect's order. */
  states: { name: string; type: PresenceType }[];
  /** What the agent chose last; calls do not change it. */
  chosen: string;
  /** Chosen during a call: begins when the call is cleared. */
  next?: string;
}

export interface CallModel {
  contactId: string;
  /** Key of the conversation: the initial contact id. */
  interactionId: string;
  state: CallState;
  /** When this state began. */
  since: number;
  /** When the two began to talk; absent before. */
  talkingSince?: number;
  inbound: boolean;
  /** As delivered by the network; absent when withheld. */
  number?: string;
  dialled?: string;
  queue?: string;
  queuedAt?: number;
  /** Set by the inbound flow; outside text. */
  attributes: Record<string, string>;
  /** Whether the customer is still on the line. */
  customerThere: boolean;
  /** Connect's word for why a call is missed or failed, e.g. `MissedCallAgent`. */
  reason?: string;
}

/** Why there is no telephone, each with its words and its fix. */
export type PhoneTrouble =
  | 'not-loaded'
  | 'needs-sign-in'
  | 'denied'
  | 'gave-up'
  | 'no-socket'
  | 'connection-lost'
  | 'microphone';

/** An action that Connect refused, or never answered. */
export interface Refusal {
  action: CallAction | 'presence';
  reason: 'refused' | 'no-answer';
  /** Connect's error name where it gave one, e.g. `InvalidStateException`. */
  type?: string;
}

export interface PhoneModel {
  ready: boolean;
  agent?: AgentModel;
  call?: CallModel;
  muted: boolean;
  trouble?: PhoneTrouble;
  /** Asked of Connect and not yet answered. */
  asked?: CallAction | 'presence';
  refusal?: Refusal;
  /** The call that this agent declined, to tell declining from missing. */
  declined?: string;
}

export const noPhone: PhoneModel = { ready: false, muted: false };
