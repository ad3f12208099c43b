/**
 * A number as the directory files it, and as a caller's is compared with it. One text can be filed under several: a
 * field that holds two numbers, a range, a number that may have an outside digit in front.
 */
export type FiledNumber =
  | {
      kind: 'line';
      /** `+` and at most fifteen digits. */
      e164: string;
      /** Literal digits, leading zeros included. */
      extension?: string;
      /** Why this reading is only a possible one; absent when it is what the text says. */
      unsure?: 'outside-digit' | 'within-range';
    }
  /** Within the tenant: literal digits. */
  | { kind: 'internal'; digits: string }
  /** A number without its area code. */
  | { kind: 'local'; digits: string; region: string; extension?: string }
  /** The block that a central number written `…-0` stands in front of: its digits without the final 0. */
  | { kind: 'block'; root: string }
  /** A SIP address, `user@host`. */
  | { kind: 'address'; address: string };

/** Why a number was taken for the caller's. */
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

/** Whether both stand for the same filed number. */
export const sameFiled = (a: FiledNumber, b: FiledNumber): boolean => JSON.stringify(a) === JSON.stringify(b);
