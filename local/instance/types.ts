import type { AgentFault } from '../connect/cti/faults.ts';
import type { AgentView, Call, ConnectionStateType, ContactStatus, ContactView } from '../connect/types.ts';

/** A leg of a contact as the page shows it. */
export interface ShownLeg {
  connectionId: string;
  /** Whose end it is: the agent's own, the customer's, or a third party's. */
  party: 'agent' | 'customer' | 'third';
  /** A name, a number, or nothing when none was delivered. */
  name?: string;
  state: ConnectionStateType;
  since: number;
  muted: boolean;
}

/** What can be done about a contact on an agent's screen: `ringing` accept or refuse, `live` end, `over` clear. */
export type Stage = 'ringing' | 'live' | 'over';

export interface ShownAgentContact {
  contactId: string;
  state: ContactView['state'];
  stage: Stage;
  legs: ShownLeg[];
}

export interface ShownAgent {
  username: string;
  name: string;
  state: { name: string; type: AgentView['state']['type']; since: number };
  /** What follows once the agent is free again. */
  next?: string;
  /** What the agent chose last, untouched by calls. */
  chosen: string;
  /** The states that can be chosen. */
  states: string[];
  /** Names of the queues whose calls are offered to this agent. */
  queues: string[];
  contacts: ShownAgentContact[];
  faults: AgentFault;
  /** Websockets of the agent's softphones, and whether a browser is signed in. */
  sockets: number;
  signedIn: boolean;
}

/** A contact, and the line of the person it began with: who called, who was called, or an outside third party. */
export type ShownContact = ContactStatus & { line?: Pick<Call, 'direction' | 'phase'> };

export interface ShownQueue {
  name: string;
  waiting: number;
  /** Since when the first of them waits. */
  longestSince?: number;
  available: number;
}

/** The whole instance at one moment. Times are epoch ms of its clock. */
export interface InstanceState {
  now: number;
  agents: ShownAgent[];
  queues: ShownQueue[];
  /** Those that go on and the last that ended, newest conversation first, its contacts in their order. */
  contacts: ShownContact[];
  functions: { name: string; slowMs: number; fails: boolean }[];
  snapshotDelayMs: number;
}

/** What does not change: who can call, and which numbers lead to the desk. */
export interface InstanceBook {
  people: { name: string; number: string }[];
  numbers: string[];
}

/** The instance does not do this now; the message says why, for a person. */
export class Refusal extends Error {}

/**
 * What one may do to the instance: the part of the people who are not at this browser, and trouble on request. Each
 * throws Refusal, and changes nothing, when it is not possible now. Agents go by their user name.
 */
export interface InstanceControl {
  state(): InstanceState;
  /** Somebody dials the desk; the first number that leads there unless `to` is told. Answers the contact's id. */
  callIn(from: string, to?: string): string;
  /** The person whose line began with this contact hangs up: who called, or who was called. */
  hangUp(contactId: string): void;
  /** The person who is being called picks up now. */
  answer(contactId: string): void;
  /** Accepts what rings at the agent, as the agent's softphone would. */
  accept(username: string): void;
  refuse(username: string): void;
  /** The agent hangs up the own leg. */
  end(username: string): void;
  /** Ends the after-call work, or puts away a missed call. */
  clear(username: string): void;
  /** As a supervisor does it; `state` is a name, e.g. `Available`. */
  setPresence(username: string, state: string): void;
  /** The next accept fails for want of a microphone (FailedConnectAgent), once. */
  failNextAccept(username: string, on?: boolean): void;
  /** The agent's frame reports a microphone that is not shared. */
  breakMicrophone(username: string): void;
  dropWebsocket(username: string): void;
  /** The next poll and the next action of the agent get 401, and the agent has to sign in again. */
  expireSession(username: string): void;
  /** The agent's actions get 403. */
  forbid(username: string, on?: boolean): void;
  /** Real seconds before each run; 0 takes it back. By name or its end, e.g. `identify-caller`. */
  slowFunction(name: string, seconds: number): void;
  failFunction(name: string, on?: boolean): void;
  /** Every softphone learns of changes this many real seconds late; 0 takes it back. */
  delaySnapshots(seconds: number): void;
  /** Takes back every trouble that lasts. */
  backToNormal(): void;
}
