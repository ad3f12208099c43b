/** What a tenant's telephone system adds to the public plans. */

/** Digit that a telephone system wants before an outside call, by country of the line. */
export const outsideDigits: ReadonlyMap<string, string> = new Map([
  ['US', '9'],
  ['GB', '9'],
  ['DE', '0'],
  ['FR', '0'],
]);

/** Internal numbers have at most this many digits. */
export const longestInternal = 6;

/** A number without its area code has at least this many digits: with fewer, strangers would be offered. */
export const shortestSuffix = 7;
