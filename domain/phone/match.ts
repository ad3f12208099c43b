import { readCallerId, readingsOfCaller } from './caller-id.ts';
import { fileNumber } from './file-number.ts';
import type { FiledNumber, Match } from './filing.ts';
import { better, judge } from './judge.ts';

export { longestInternal, outsideDigits, shortestSuffix } from './numbering.ts';

/**
 * Whether a caller id is the line of somebody who has this number stored.
 *
 * `yes`: it is; select, or offer all owners of a shared number. `candidate`: it may be; offer, never select. `no`: it is
 * not. `nolookup`: the caller id identifies nobody, whatever is stored.
 *
 * @param stored What one phone field holds, as typed.
 * @param storedRegion ISO 3166 country in which a stored number without country code is read.
 * @param callerId As the network or a PBX delivered it.
 * @param lineRegion ISO 3166 country of the line that was called, in which the caller id is read.
 */
export function matchNumbers(
  stored: string,
  storedRegion: string,
  callerId: string,
  lineRegion: string,
): 'yes' | 'candidate' | 'no' | 'nolookup' {
  const caller = readCallerId(callerId, lineRegion);
  if (caller.kind === 'withheld' || caller.kind === 'unusable') return 'nolookup';
  const filing = fileNumber(stored, storedRegion);
  const filed = 'numbers' in filing ? filing.numbers : [];
  return filed.map((number) => matchOf(number, readingsOfCaller(caller))).reduce(better, undefined)?.certainty ?? 'no';
}

/** How a filed number fits everything that the caller id can mean; undefined when it does not. */
export const matchOf = (filed: FiledNumber, readings: FiledNumber[]): Match | undefined =>
  readings.map((reading) => judge(filed, reading)).reduce(better, undefined);
