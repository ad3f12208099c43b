import type { LegEvent } from './agent-leg.ts';

/** What becomes of a number that the instance dials. */
export interface Outcome {
  /** Ms from dialling to the answer, or to the failure. */
  after: number;
  /** Absent: somebody answers. */
  failure?: {
    leg: Extract<LegEvent, 'lineBusy' | 'unanswered' | 'badNumber'>;
    /** In the contact's record [docs]. */
    reason: 'TELECOM_BUSY' | 'TELECOM_UNANSWERED' | 'TELECOM_NUMBER_INVALID';
  };
}

export const busy: Outcome = { after: 1_000, failure: { leg: 'lineBusy', reason: 'TELECOM_BUSY' } };
const answers: Outcome = { after: 4_000 };

/**
 * No carrier is here, so the number's last two digits say what becomes of it [chosen]: 97 is busy, 98 rings for a minute
 * and nobody answers [docs: a minute], 99 is no number; everybody else answers after four seconds.
 */
const byLastDigits: Record<string, Outcome> = {
  '97': busy,
  '98': { after: 60_000, failure: { leg: 'unanswered', reason: 'TELECOM_UNANSWERED' } },
  '99': { after: 1_000, failure: { leg: 'badNumber', reason: 'TELECOM_NUMBER_INVALID' } },
};

/** What becomes of this number when it is dialled. */
export const outcomeOf = (number: string): Outcome => byLastDigits[number.slice(-2)] ?? answers;

/** E.164, as the service takes numbers; anything else is no endpoint. */
export const isDiallable = (number: unknown): number is string =>
  typeof number === 'string' && /^\+[1-9]\d{6,14}$/.test(number);
