/**
 * A number that people can say aloud, `RQ-` and digits. The store decides whether it is free; each further attempt has a
 * digit more, so that a desk that has used up the short ones grows into longer ones by itself.
 *
 * @param random From 0 up to but not including 1.
 * @param attempt 0 for the first.
 */
export function requestNumber(random: number, attempt: number): string {
  const smallest = 10 ** (5 + attempt);
  return `RQ-${Math.floor(smallest + random * 9 * smallest)}`;
}
