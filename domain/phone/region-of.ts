import { readNumber, whereIs, writtenNumber } from './read-number.ts';

/** ISO 3166 country of a number with its country code; undefined when it has none or the plan cannot tell. */
export function regionOf(number: string): string | undefined {
  const written = writtenNumber(number.trim());
  const read = written?.plus ? readNumber(written, '') : undefined;
  return read === undefined || read === 'filler' ? undefined : whereIs(read.e164)?.country;
}
