/** A number of a person as the directory files it; one field can hold several, or one that can be read in several ways. */
export type FiledNumber =
  | {
      kind: 'line';
      /** `+` and at most fifteen digits. */
      e164: string;
      /** Literal digits, leading zeros included. */
      extension?: string;
      /** False when only a rule for candidates leads here: an outside digit in front, or one number of a range. */
      sure: boolean;
    }
  /** Within the tenant, literal digits, six at most. */
  | { kind: 'internal'; digits: string }
  /** Seven digits or more of the country, without the area code. */
  | { kind: 'local'; digits: string; region: string; extension?: string }
  /** The block that a central number written `…-0` stands in front of: its digits without the final 0. */
  | { kind: 'block'; root: string }
  /** A SIP address, `user@host`. */
  | { kind: 'address'; address: string };

/** Why a number was taken for the caller's; words for `explain`. */
export const matchReasons = [
  'equal',
  'extension-on-one-side',
  'block-of-central-number',
  'within-range',
  'area-code-missing',
  'outside-digit',
  'brazil-ninth-digit',
  'argentina-nine',
  'italy-zero',
  'san-marino-through-italy',
  'ivory-coast-old-number',
] as const;
export type MatchReason = (typeof matchReasons)[number];

export interface Match {
  certainty: 'yes' | 'candidate';
  reason: MatchReason;
}
