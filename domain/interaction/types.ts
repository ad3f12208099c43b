import type { CallRefusal } from '../api.ts';
import type { CallerOutcome } from '../caller/outcome.ts';

export const interactionStates = ['New', 'Work in Progress', 'Closed Complete', 'Closed Abandoned'] as const;
export type InteractionState = (typeof interactionStates)[number];

/** Why a closed interaction closed, in the words that lists and reports show. */
export const interactionOutcomes = [
  'Answered',
  'Abandoned',
  'Left before queue',
  'Deflected',
  'No Answer',
  'Busy',
  'Bad number',
] as const;
export type InteractionOutcome = (typeof interactionOutcomes)[number];

/** What a leg after the first was to the conversation. */
export const legKinds = ['consult', 'conference', 'transfer', 'queue-transfer', 'external'] as const;
export type LegKind = (typeof legKinds)[number];

/** One contact of the conversation. Times are ISO 8601 UTC with milliseconds; absent means 'not yet, or never known'. */
export interface Leg {
  contactId: string;
  previousContactId?: string;
  /** Connect's word, e.g. `INBOUND`, `OUTBOUND`, `TRANSFER`, `QUEUE_TRANSFER`. */
  method?: string;
  queueArn?: string;
  agentArn?: string;
  startedAt?: string;
  /** When the customer's end was connected: on an outbound call, when they answered. */
  connectedToSystemAt?: string;
  enqueuedAt?: string;
  connectedAt?: string;
  endedAt?: string;
  afterCallWorkStartedAt?: string;
  afterCallWorkEndedAt?: string;
  /** Connect's disconnect reason where one is known. */
  reason?: string;
  /** As far as it can be told. */
  kind?: LegKind;
}

/** By which right an agent dialled. */
export interface CallPermit {
  kind: 'permitted' | 'overridden' | 'violation';
  /** User name; of a violation, for which nobody asked, the ARN of who dialled. */
  by: string;
  /** With `overridden`: what stood against the call, and why it was made all the same. */
  refusal?: CallRefusal;
  reason?: string;
}

/** The truthful record of one conversation: computed from its facts, never stored as something to be edited. */
export interface Interaction {
  /** The initial contact id. */
  id: string;
  state: InteractionState;
  outcome?: InteractionOutcome;
  direction: 'inbound' | 'outbound';
  /** Each state it has been in, with the time at which it was entered; oldest first. */
  history: { state: InteractionState; at: string }[];
  /** As delivered by the network, unchanged. */
  callerNumber?: string;
  dialledNumber?: string;
  caller?: {
    outcome: CallerOutcome;
    personId?: string;
    personName?: string;
    /** User name of the agent who said that it is this person. */
    chosenBy?: string;
    chosenAt?: string;
  };
  /** The request that the caller named. */
  requestNumber?: string;
  /** Of a call out: by which right it was dialled; absent until that is settled. */
  permit?: CallPermit;
  startedAt: string;
  endedAt?: string;
  /** Who has it, or had it last. */
  agentArn?: string;
  queueArn?: string;
  /** In the order in which they started. */
  legs: Leg[];
}

/** What the stored summary, and so a list, holds: all but the legs, which only the facts tell. */
export type ListedInteraction = Omit<Interaction, 'legs'>;
