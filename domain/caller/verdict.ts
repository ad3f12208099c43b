import type { Person, ServiceRequest } from '../directory/types.ts';
import type { Match } from '../phone/filing.ts';
import type { Explanation } from './explanation.ts';

/** Somebody who can be meant, as the directory's identifier items tell of them: the numbers and ids asked for, no more. */
export interface Found {
  person: Person;
  /** Absent where no telephone number was compared. */
  match?: Match;
}

/** What the ladder makes of a call. */
export interface Verdict extends Explanation {
  /** Only with the outcome `one-person`. */
  person?: Person;
  /** All who can be meant: the one person, the several, or the candidates. Active, and of an organisation that may be selected. */
  people: Found[];
  /** There are more than the directory was asked for. */
  more: boolean;
  /** The request that was named, if the desk may open it. */
  request?: ServiceRequest;
}

/** What a deployment decides of the ladder. */
export interface LadderSettings {
  /** Country of the line that was called, ISO 3166. */
  lineRegion: string;
  /** Organisations whose people may be selected; absent: all people may. */
  organisations?: string[];
}
