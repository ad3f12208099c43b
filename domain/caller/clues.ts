/** What is known of a call or a link before anybody is looked up. */
export interface Clues {
  /** Number of a request, with or without its letters: `RQ-10041` or `10041`. */
  request?: string;
  employeeId?: string;
  supportId?: string;
  /** A person's name, or in its place a user name, also `DOMAIN\user`. */
  name?: string;
  userName?: string;
  email?: string;
  /** As delivered; null when the network sent nothing. Absent when there is no telephone in play at all. */
  telephone?: string | null;
}

export const rungs = ['request', 'employee-id', 'support-id', 'name', 'email', 'telephone'] as const;
/** One step of the ladder, in the order in which they are tried. */
export type Rung = (typeof rungs)[number];

/** Digits that a caller keyed in: nobody says which kind they are, so each rung of digits gets them. */
export const cluesOfKeyed = (keyed: string): Clues => ({ request: keyed, employeeId: keyed, supportId: keyed });
