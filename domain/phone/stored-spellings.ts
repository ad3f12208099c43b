import type { FiledNumber } from './filing.ts';
import { readNumber, type WrittenNumber, writtenNumber } from './read-number.ts';

/**
 * Letters that spell digits, as in `1-800-555-TEST`: three together at least, because a single one is a slip of the hand,
 * and only when the whole is a number of the country.
 *
 * @param number What stands before the letters.
 * @param behind Letters, digits and separators, to the end of the text.
 */
export function spelledInLetters(number: string, behind: string, region: string): WrittenNumber | undefined {
  if (!/[a-z]{3}/i.test(behind) || !/^[-. ]?[a-z\d. -]+$/i.test(behind)) return undefined;
  const keys = '22233344455566677778889999';
  const digits = behind.toLowerCase().replace(/[a-z]/g, (letter) => keys[letter.charCodeAt(0) - 97] ?? '');
  const written = writtenNumber(`${number} ${digits}`);
  const read = written && readNumber(written, region);
  return read !== undefined && read !== 'filler' && read.valid ? written : undefined;
}

/** More numbers than this are no range that somebody wrote down on purpose. */
const longestRange = 100;

/** `0123-5` stands for the last digits 3 to 5, `0123-0129` for the last four. Empty when the text is no range. */
export function inRange(number: string, region: string): FiledNumber[] {
  const [, base = '', tail = ''] = /^(.*\d) ?- ?(\d{1,4})$/.exec(number) ?? [];
  const written = tail === '' ? undefined : writtenNumber(base);
  const read = written && readNumber(written, region);
  if (!read || read === 'filler') return [];
  const head = read.e164.slice(0, -tail.length);
  const from = Number(read.e164.slice(-tail.length));
  const length = Number(tail) - from + 1;
  if (length < 2 || length > longestRange) return [];
  return Array.from({ length }, (_, at) => ({
    kind: 'line',
    e164: head + String(from + at).padStart(tail.length, '0'),
    unsure: 'within-range',
  }));
}
