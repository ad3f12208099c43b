/** A call's number as the page shows and dials it: in the known display form when one of those is dialled alike. */
import type { ShownNumber } from '../../../domain/api.ts';

export const shownNumber = (number: string, known: readonly (ShownNumber | undefined)[]): ShownNumber =>
  known.find((one) => one?.dial === number) ?? { display: number, dial: number };
