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
  /** May dial out, by the security profile. */
  mayDial: boolean;
  /** What the agent may choose, in Connect's order. */
  states: { name: string; type: PresenceType }[];
  /** What the agent chose last; calls do not change it. */
  chosen: string;
  /** Chosen during a call: begins when the call is cleared. */
  next?: string;
}

/** Somebody else who was brought into the call. */
export interface ThirdParty {
  state: 'connecting' | 'connected' | 'hold';
  since: number;
  /** The quick connect's name; absent for a number that was dialled. */
  name?: string;
  number?: string;
  /** Agents and queues are reached within Connect. */
  kind: 'agent' | 'queue' | 'number';
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
  /** Present while one is called or there. */
  third?: ThirdParty;
  /** The contact that handed this one over; absent on the first leg of a conversation. */
  handedOver: boolean;
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

/** What can be asked of Connect. */
export type Asked = CallAction | 'presence' | 'dial' | 'transfer' | 'digits' | 'quick-connects';

/** An action that Connect refused, or never answered. */
export interface Refusal {
  action: Asked;
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
  asked?: Asked;
  refusal?: Refusal;
  /** The call that this agent declined, to tell declining from missing. */
  declined?: string;
  /** The call from which this agent dropped the third party, to tell that from their leaving. */
  dropped?: string;
  /** A third party who is no longer there, or never came, without the agent's doing. */
  gone?: { contactId: string; who: string; joined: boolean };
}

export const noPhone: PhoneModel = { ready: false, muted: false };
