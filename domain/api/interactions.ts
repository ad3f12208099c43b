import * as z from 'zod/mini';
import type { Explanation } from '../caller/explanation.ts';
import type { CallerOutcome } from '../caller/outcome.ts';
import type { Interaction } from '../interaction/types.ts';
import { type ShownNumber, text } from './fields.ts';
import type { Note } from './notes.ts';

/** Who the caller is, as the agent says. */
export const callerChoice = z.strictObject({ personId: text(100) });
export type CallerChoice = z.infer<typeof callerChoice>;

/** What lists show of an interaction; names are resolved by the server. */
export interface InteractionRow {
  id: string;
  /** The channel in the words of service desks; voice is the one that Deskline has. */
  type: 'Phone';
  state: Interaction['state'];
  outcome?: Interaction['outcome'];
  direction: Interaction['direction'];
  startedAt: string;
  endedAt?: string;
  caller: {
    number?: ShownNumber;
    personId?: string;
    personName?: string;
    outcome?: CallerOutcome;
    /** User name of the agent who said that it is this person. */
    chosenBy?: string;
    /** ISO 8601. */
    chosenAt?: string;
  };
  /** The request that the caller named. */
  requestNumber?: string;
  dialled?: ShownNumber;
  agentName?: string;
  queueName?: string;
  /** Of a call out: by which right it was dialled. A violation is of the agent whom the row names. */
  permit?: Interaction['permit'];
}

export interface InteractionList {
  interactions: InteractionRow[];
  next?: string;
}

export interface InteractionPage extends InteractionRow {
  history: Interaction['history'];
  legs: (Interaction['legs'][number] & { agentName?: string; queueName?: string })[];
  notes: Note[];
}

/** One climb of the caller ladder. */
export interface ExplainedLookUp extends Explanation {
  at: string;
  /** As the network delivered it. */
  number?: ShownNumber;
  keyed?: string;
  requestNumber?: string;
}

/** Why a call was taken for whose. */
export interface CallExplanation {
  /** Oldest first: at the call's beginning, then one for each number that was keyed in; none when the look-up failed. */
  lookUps: ExplainedLookUp[];
  /** Whom agents said the caller is, oldest first. */
  choices: { at: string; by: string; personId: string; personName: string }[];
  number?: ShownNumber;
  dialled?: ShownNumber;
}
