import type { CallRefusal } from '../api.ts';
import type { Step } from '../caller/explanation.ts';
import type { CallerOutcome } from '../caller/outcome.ts';

/**
 * One thing that one source said about one contact. Its key is made of what it says, so writing it twice changes
 * nothing; facts only grow (design, decision 6).
 */
export type Fact = CallerFact | ChoiceFact | ContactFact | PermitFact;

export const isContactFact = (fact: Fact): fact is ContactFact =>
  fact.source === 'contact-event' || fact.source === 'describe-contact';

interface Said {
  interactionId: string;
  contactId: string;
  /** The source's own timestamp where content can change, ISO 8601. */
  at: string;
}

/** From identify-caller: who the caller is taken to be. */
export interface CallerFact extends Said {
  source: 'identify-caller';
  kind: 'caller';
  callerNumber?: string;
  dialledNumber?: string;
  outcome: CallerOutcome;
  personId?: string;
  personName?: string;
  /** What the caller keyed in, as it was handed over. */
  keyed?: string;
  /** The request that the caller named. */
  requestNumber?: string;
  /** How the outcome came about. */
  steps?: Step[];
}

/** From an agent: who the caller is. */
export interface ChoiceFact extends Said {
  source: 'agent';
  kind: 'caller-chosen';
  personId: string;
  personName: string;
  /** User name of the agent. */
  by: string;
}

/** From the permits that the desk gave: whether an agent was allowed to dial this outbound contact, and whom they meant. */
export interface PermitFact extends Said {
  source: 'permit';
  kind: 'permitted' | 'overridden' | 'violation';
  /** User name of the agent who had the permit; of a violation, for which nobody asked, the ARN of who dialled. */
  by: string;
  /** As it was dialled. */
  number: string;
  /** With `overridden`: what stood against the call, and why it was made all the same. */
  refusal?: CallRefusal;
  reason?: string;
  /** Who is called, as far as the desk knew when it gave leave; absent with a violation. */
  outcome?: CallerOutcome;
  personId?: string;
  personName?: string;
}

/** From a contact event or a description of the contact: the times and parties that were known then. */
export interface ContactFact extends Said {
  source: 'contact-event' | 'describe-contact';
  /** Event type, e.g. `QUEUED`. */
  kind: string;
  channel?: string;
  previousContactId?: string;
  method?: string;
  startedAt?: string;
  /** When the customer's end was connected: on an outbound call, when they answered. */
  connectedToSystemAt?: string;
  enqueuedAt?: string;
  connectedAt?: string;
  endedAt?: string;
  afterCallWorkStartedAt?: string;
  afterCallWorkEndedAt?: string;
  queueArn?: string;
  agentArn?: string;
  callerNumber?: string;
  dialledNumber?: string;
  reason?: string;
}
