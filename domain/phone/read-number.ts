import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isFiller } from './withheld.ts';

/** The parts of a written number, before any country's plan is asked. */
export interface WrittenNumber {
  plus: boolean;
  digits: string;
  extension?: string;
}

const parameter = '(?:;(?:ext|isub|cpc|phone-context)=[^;]*)*';
const written = new RegExp(`^\\(?(\\+?)([\\d .()/-]*)(?:,+(\\d{1,15})#?)?(${parameter})$`, 'i');

/** Splits a text that is one number and nothing else; undefined for any other text. */
export function writtenNumber(text: string): WrittenNumber | undefined {
  const parts = written.exec(text);
  const digits = parts?.[2]?.replace(/\D/g, '');
  if (!parts || !digits) return undefined;
  const extension = parts[3] ?? /;ext=(\d{1,15})(?:;|$)/i.exec(parts[4] ?? '')?.[1];
  const number = { plus: parts[1] === '+', digits };
  return extension === undefined ? number : { ...number, extension };
}

/**
 * Reads a written number in a country's plan. `isPossible()` decides, not `isValid()`: numbers reserved for fiction are
 * never valid. `00` is taken as an exit code on every line where the plan gives no valid number, and digits that lost
 * their plus are tried with it.
 *
 * @param region ISO 3166 country, or a calling code such as `44`; a number with a plus needs neither.
 * @returns undefined for what is no telephone number: impossible, filler, or longer than E.164's fifteen digits.
 */
export function readNumber(number: WrittenNumber, region: string): PhoneNumber | undefined {
  const own = parse(number.plus ? `+${number.digits}` : number.digits, region);
  if (number.plus || own?.isValid()) return usable(own);
  const afterExitCode = number.digits.startsWith('00')
    ? usable(parse(`+${number.digits.slice(2)}`, region))
    : undefined;
  if (afterExitCode || usable(own)) return afterExitCode ?? own;
  const lostPlus = number.digits.length >= 11 && !number.digits.startsWith('0');
  return lostPlus ? usable(parse(`+${number.digits}`, region)) : undefined;
}

/** Formats a canonical number for reading: in national form for viewers in its own country. */
export function displayNumber(e164: string, viewerRegion: string): string {
  const number = parse(e164, viewerRegion);
  if (!number) return e164;
  return number.country === viewerRegion ? number.formatNational() : number.formatInternational();
}

function parse(text: string, region: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { ...plan(region), extract: false });
}

function plan(region: string): { defaultCountry?: CountryCode; defaultCallingCode?: string } {
  if (isSupportedCountry(region)) return { defaultCountry: region };
  return /^\d{1,3}$/.test(region) ? { defaultCallingCode: region } : {};
}

function usable(number: PhoneNumber | undefined): PhoneNumber | undefined {
  if (!number?.isPossible() || number.number.length > 16 || isFiller(number.nationalNumber)) return undefined;
  return number;
}
