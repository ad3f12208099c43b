import type { FiledNumber } from './filing.ts';
import { longestInternal, outsideDigits, shortestSuffix } from './numbering.ts';
import { readNumber, type WrittenNumber } from './read-number.ts';
import { isServiceCode } from './service-codes.ts';
import { isFiller } from './withheld.ts';

/** Everything that a written number can mean; the first is what it says, if it says a number at all. */
export type Readings =
  | {
      numbers: FiledNumber[];
      /** A whole number of the country's plan, so no other way to read the text can be better. */
      complete: boolean;
      /** The country's own plan gave it, not a guess that a plus was lost. */
      own: boolean;
    }
  | { none: 'filler' | 'service-code' | 'impossible' };

/**
 * Reads a written number, from either side. Six digits or fewer are an internal number unless they are a complete number
 * of their country.
 *
 * @param region Country whose plan is asked for a number without country code.
 */
export function readingsOf(written: WrittenNumber, region: string): Readings {
  const { plus, digits, extension } = written;
  if (isFiller(digits)) return { none: 'filler' };
  if (!plus && isServiceCode(digits, region)) return { none: 'service-code' };
  const read = readNumber(written, region);
  if (read === 'filler') return { none: 'filler' };
  const short = !plus && digits.length <= longestInternal;
  if (short && !read?.valid) {
    const literal = extension === undefined && digits.length > 1;
    return literal ? { numbers: [{ kind: 'internal', digits }], complete: false, own: true } : { none: 'impossible' };
  }
  const numbers: FiledNumber[] = read ? [line(read.e164, extension)] : [];
  if (!read?.valid || !read.own) numbers.push(...behindOutsideDigit(written, region, read?.e164));
  if (!read?.valid) numbers.push(...withoutAreaCode(written, region));
  if (numbers.length === 0) return { none: 'impossible' };
  return { numbers, complete: read?.valid === true && read.own, own: read?.own ?? true };
}

/** Only the digit that the country's telephone systems use: the same digits often read as another country's number. */
function behindOutsideDigit({ plus, digits, extension }: WrittenNumber, region: string, plain?: string): FiledNumber[] {
  const outside = outsideDigits.get(region);
  if (plus || outside === undefined || !digits.startsWith(outside)) return [];
  const rest = readNumber({ plus: false, digits: digits.slice(1) }, region);
  const same = rest === undefined || rest === 'filler' || !rest.own || rest.e164 === plain;
  return same ? [] : [{ ...line(rest.e164, extension), unsure: 'outside-digit' }];
}

function withoutAreaCode({ plus, digits, extension }: WrittenNumber, region: string): FiledNumber[] {
  const local = (number: string, where: string): FiledNumber[] => [
    extension === undefined
      ? { kind: 'local', digits: number, region: where }
      : { kind: 'local', digits: number, region: where, extension },
  ];
  const oldIvorian = plus ? /^225(\d{8})$/.exec(digits)?.[1] : region === 'CI' && /^\d{8}$/.exec(digits)?.[0];
  if (oldIvorian) return local(oldIvorian, 'CI');
  const complete = digits.startsWith('0') || digits.startsWith(trunkDigits.get(region) ?? '0');
  if (plus || digits.length < shortestSuffix || digits.length > 15 || complete) return [];
  return local(digits, region);
}

/** A number that begins with it has, or should have, its area code; it is 0 where none stands here. */
const nanp = ['US', 'CA', 'PR', 'DO', 'JM', 'TT', 'BS', 'BB', 'AG', 'BM', 'GD', 'KN', 'LC', 'VC', 'DM', 'GU', 'VI'];
const trunkDigits = new Map([
  ...nanp.map((country) => [country, '1'] as const),
  ...['RU', 'KZ', 'BY', 'LT', 'TM', 'UZ'].map((country) => [country, '8'] as const),
]);

const line = (e164: string, extension: string | undefined): Extract<FiledNumber, { kind: 'line' }> =>
  extension === undefined ? { kind: 'line', e164 } : { kind: 'line', e164, extension };
