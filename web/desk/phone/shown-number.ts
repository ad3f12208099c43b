/** The caller's number as the page shows it: the person's own display form when one of theirs is dialled alike. */
import type { ShownNumber } from '../../../domain/api.ts';

export const shownNumber = (number: string, known: readonly (ShownNumber | undefined)[]): string =>
  known.find((one) => one?.dial === number)?.display ?? number;
