import * as z from 'zod/mini';

/** A text that must say something; blanks around it do not count. */
export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** A text that may be left out or empty. */
export const field = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max)));

export const integer = z.optional(z.int());

/** Numbers arrive with the form to show and the form to dial, so that the page needs no phone library. */
export interface ShownNumber {
  display: string;
  /** E.164 where it could be read, else absent: nothing to dial. */
  dial?: string;
}
