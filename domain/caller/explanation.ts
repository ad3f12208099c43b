import type { Match } from '../phone/filing.ts';
import type { Rung } from './clues.ts';
import type { CallerOutcome } from './outcome.ts';

/** Somebody whom a step came upon; the name as it was then. */
export interface StepPerson {
  id: string;
  name: string;
  /** Absent where no telephone number was compared: an identifier is equal or it is not. */
  match?: Match;
  /** Why this person does not count. */
  leftOut?: 'inactive' | 'other-organisation';
}

/** One thing that the ladder tried. What it says is kept with the call, so it stays small. */
export interface Step {
  rung: Rung;
  /** As given, cut to 60 characters; absent for a number that was not sent. */
  given?: string;
  /** What it was read as, e.g. the E.164 number, or the reason why it cannot be looked up, e.g. `withheld`. */
  readAs?: string;
  verdict: 'found' | 'candidates' | 'nobody' | 'not-looked-up';
  /** At most ten. */
  people: StepPerson[];
  /** Requests to the directory. */
  lookUps: number;
}

/** Why a caller was taken for whom: the answer to 'why did it pop?'. */
export interface Explanation {
  outcome: CallerOutcome;
  steps: Step[];
}
