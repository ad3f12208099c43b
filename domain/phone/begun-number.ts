import { AsYouType, isSupportedCountry } from 'libphonenumber-js/max';
import { plainText } from './plain-text.ts';

/** Only what a number may be written with, at least one digit in it. */
const begun = /^\(?\+?[\d .()/-]*\d[\d .()/-]*$/;
const longest = 30;

/**
 * What somebody who types a number may be up to: the beginnings of E.164 numbers, without the plus. Digits without a
 * plus may be national, or international with the plus left out.
 *
 * @param region Country in which a number without country code is read; its trunk digit is dropped.
 * @returns Nothing for a text that begins no number.
 */
export function begunNumber(typed: string, region: string): string[] {
  const text = plainText(typed.slice(0, longest + 1)).replace(/^tel:/i, '');
  if (text.length > longest || !begun.test(text)) return [];
  const plus = /^\(?\+/.test(text);
  const digits = text.replace(plus ? /\(0\)|\D/g : /\D/g, '');
  if (plus) return [internationally(digits)];
  const own = isSupportedCountry(region) ? (e164Begun(digits, region) ?? []) : [];
  const abroad = digits.startsWith('00') ? internationally(digits.slice(2)) : digits;
  return [...new Set([own, abroad].flat())].filter((number) => !number.startsWith('0'));
}

/** Takes away a trunk digit behind the country code, as in `+44 020`. */
const internationally = (digits: string): string => e164Begun(`+${digits}`, undefined) ?? digits;

function e164Begun(text: string, region: Parameters<typeof isSupportedCountry>[0] | undefined): string | undefined {
  const reader = new AsYouType(region && isSupportedCountry(region) ? region : undefined);
  reader.input(text);
  return reader.getNumberValue()?.slice(1) || undefined;
}
