import type { Step } from '../caller/explanation.ts';
import type { CallerOutcome } from '../caller/outcome.ts';

/**
 * One thing that one source said about one contact. Its key is made of what it says, so writing it twice changes
 * nothing; facts only grow (design, decision 6).
 */
export type Fact = CallerFact | ChoiceFact | ContactFact;

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
