import { type FiledNumber, sameFiled } from './filing.ts';
import { outsideDigits, shortestSuffix } from './numbering.ts';
import { type WrittenNumber, writtenNumber } from './read-number.ts';
import { readingsOf } from './readings.ts';
import { inRange, spelledInLetters } from './stored-spellings.ts';
import { isSpreadsheetDamage, storedText, withoutMarkup } from './stored-text.ts';
import { peel } from './wrapper.ts';

/** Why nobody can be found by what a phone field holds. */
export type NotFiled = 'no-number' | 'spreadsheet-damage' | 'filler' | 'service-code' | 'impossible' | 'too-long';

export type Filing = { numbers: FiledNumber[] } | { none: NotFiled };

/** A field longer than this is a text; it also bounds the work for hostile input. */
const longestField = 300;
const mostNumbers = 10;

/**
 * Everything that a phone field is filed under: labels, notes and codes are taken off, several numbers are told apart,
 * ranges are written out. Never throws.
 *
 * @param stored What a person's phone field holds, as typed.
 * @param region Country in which a number without country code is read.
 */
export function fileNumber(stored: string, region: string): Filing {
  if (stored.length > longestField) return { none: 'too-long' };
  const lines = stored.split(/[\r\n]+/).map(withoutMarkup);
  const text = lines.filter((line) => line !== '').join('\n');
  // Compatible forms can be eighteen times as long, and a key of the table has an end.
  if (text.length > longestField) return { none: 'too-long' };
  const whole = fileOne(text, region);
  if ('numbers' in whole && whole.complete) return { numbers: whole.numbers };
  const list = fileList(text, region);
  if (list) return { numbers: list };
  return 'numbers' in whole ? { numbers: whole.numbers } : whole;
}

/** What divides a list, all of it or one alone: inside a part, slash and comma may be punctuation. */
const separators = [
  /\s*(?:[/;,|\n]|\bor\b)\s*/i,
  /\n/,
  /\s*;\s*/,
  /\s+or\s+/i,
  /\s+\/\s+/,
  /\s*,\s*/,
  // A label in the middle: `Work 020 7946 0123 Mobile 07700 900123`.
  /(?<=\d\)?) (?=\p{L}[\p{L} .]*:? ?[+(]?\d{2})/u,
];

/** Only when every part is a full number: in `030/23125001` the slash is punctuation. */
function fileList(text: string, region: string): FiledNumber[] | undefined {
  for (const separator of separators) {
    const parts = text.split(separator).filter((part) => part.trim() !== '');
    if (parts.length < 2 || parts.length > mostNumbers) continue;
    const filed = parts.map((part) => fileOne(part, region));
    const full = filed.flatMap((one) => ('numbers' in one && one.numbers[0]?.kind === 'line' ? [one.numbers] : []));
    if (full.length === parts.length) return distinct(full.flat());
  }
  return undefined;
}

type One = { numbers: FiledNumber[]; complete: boolean } | { none: NotFiled };

function fileOne(text: string, region: string): One {
  if (isSpreadsheetDamage(text)) return { none: 'spreadsheet-damage' };
  const { scheme, user, host, phoneContext } = peel(text);
  if (scheme === 'sip' && !writtenNumber(user)) {
    const address = `${user}@${host}`;
    return user && host ? { numbers: [{ kind: 'address', address }], complete: true } : { none: 'no-number' };
  }
  const { number, extension, behind } = storedText(scheme === 'none' ? text : user, region);
  if (number === '') return { none: 'no-number' };
  const where = phoneContext ?? region;

  const dialled = behindPause(number, where);
  if (dialled !== undefined) return asDialled(withExtension(writtenNumber(dialled), extension), where);
  const written = withExtension(writtenNumber(number), extension);
  const read = written ? readingsOf(written, where) : { none: 'impossible' as const };
  // What stands behind may be a second number, so a list is tried first.
  const alone = behind.replace(/\D/g, '').length < shortestSuffix;
  if ('numbers' in read && read.complete) {
    return { numbers: [...read.numbers, ...blockOf(number, read.numbers)], complete: alone };
  }
  const range = behind === '' && extension === undefined ? inRange(number, where) : [];
  if (range.length > 0 && !('numbers' in read && read.numbers[0]?.kind === 'line' && read.own)) {
    return { numbers: range, complete: true };
  }
  const spelled = spelledInLetters(number, behind, where);
  const asSpelled = spelled && readingsOf(withExtension(spelled, extension) ?? spelled, where);
  if (asSpelled && 'numbers' in asSpelled) return asSpelled;
  return 'numbers' in read ? { ...read, numbers: [...read.numbers, ...blockOf(number, read.numbers)] } : read;
}

const withExtension = (written: WrittenNumber | undefined, extension: string | undefined): WrittenNumber | undefined =>
  written && extension !== undefined ? { ...written, extension } : written;

/** The number behind an outside digit and a pause, as in `9,1 212 555 0123`. */
function behindPause(number: string, region: string): string | undefined {
  const outside = outsideDigits.get(region);
  return outside !== undefined && number.startsWith(`${outside},`) ? number.replace(/^\d[, ]+/, '') : undefined;
}

/** How a desk dials it is not how the network shows it, so it is never more than a possible number. */
function asDialled(written: WrittenNumber | undefined, region: string): One {
  const read = written && readingsOf(written, region);
  if (!read || 'none' in read) return { none: 'impossible' };
  const lines = read.numbers.filter((number) => number.kind === 'line');
  const numbers = lines.map((line): FiledNumber => ({ ...line, unsure: 'outside-digit' }));
  return numbers.length > 0 ? { numbers, complete: true } : { none: 'impossible' };
}

/** A central number written `…-0` stands in front of the direct extensions of its block. */
function blockOf(number: string, [read]: FiledNumber[]): FiledNumber[] {
  const central = / ?- ?0$/.test(number) && read?.kind === 'line' && !read.unsure && read.extension === undefined;
  return central ? [{ kind: 'block', root: read.e164.slice(0, -1) }] : [];
}

const distinct = (numbers: FiledNumber[]): FiledNumber[] =>
  numbers.filter((number, at) => numbers.findIndex((other) => sameFiled(number, other)) === at);
