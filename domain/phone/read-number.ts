import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { frenchOverseas, mexican } from './renumbered.ts';
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

/** A number in a country's plan. */
export interface PlannedNumber {
  e164: string;
  /** Its plan has numbers of this form; numbers reserved for fiction are none, so this never refuses a number. */
  valid: boolean;
  /** The plan of the given region gave it, not a guess that a plus was lost. */
  own: boolean;
}

/**
 * Reads a written number in a country's plan. `isPossible()` decides, not `isValid()`: numbers reserved for fiction are
 * never valid. `00` is taken as an exit code on every line where the plan gives no valid number, and digits that lost
 * their plus are tried with it.
 *
 * @param region ISO 3166 country, or a calling code such as `44`; a number with a plus needs neither.
 * @returns undefined for what is no telephone number: impossible, or longer than E.164's fifteen digits; `filler` for
 *   digits that stand where there is no number.
 */
export function readNumber(number: WrittenNumber, region: string): PlannedNumber | 'filler' | undefined {
  const digits = region === 'MX' && !number.plus ? mexican(number.digits) : number.digits;
  const read = read3(number.plus, digits, region);
  if (!read) return undefined;
  if (isFiller(read.number.nationalNumber)) return 'filler';
  if (!isUsable(read.number)) return undefined;
  const national = !number.plus && read.own && region === 'FR';
  const e164 = national ? frenchOverseas(read.number.number) : read.number.number;
  return { e164, valid: e164 !== read.number.number || read.number.isValid(), own: read.own };
}

interface Read {
  number: PhoneNumber;
  own: boolean;
}

/** In this order: as the line's plan says, behind 00, with the plus that was lost. */
function read3(plus: boolean, digits: string, region: string): Read | undefined {
  const own = parse(plus ? `+${digits}` : digits, region);
  const asIs = own && { number: own, own: true };
  if (plus || own?.isValid()) return asIs;
  const behind00 = digits.startsWith('00') ? parse(`+${digits.slice(2)}`, region) : undefined;
  if (behind00 && isUsable(behind00)) return { number: behind00, own: true };
  if (own && isUsable(own)) return asIs;
  const lostPlus = digits.length >= 11 && !digits.startsWith('0') ? parse(`+${digits}`, region) : undefined;
  return lostPlus && isUsable(lostPlus) ? { number: lostPlus, own: false } : asIs;
}

/** Formats a canonical number for reading: in national form for viewers in its own country. */
export function displayNumber(e164: string, viewerRegion: string): string {
  const number = parse(e164, viewerRegion);
  if (!number) return e164;
  return number.country === viewerRegion ? number.formatNational() : number.formatInternational();
}

/** Calling code and, where the plan can tell, the country of a canonical number. */
export function whereIs(e164: string): { callingCode: string; country?: string } | undefined {
  const number = parse(e164, '');
  return number && { callingCode: number.countryCallingCode, country: number.country };
}

/** @param region ISO 3166 country; undefined for what is none. */
export const callingCodeOf = (region: string): string | undefined =>
  isSupportedCountry(region) ? getCountryCallingCode(region) : undefined;

function parse(text: string, region: string): PhoneNumber | undefined {
  const plain = text.startsWith('+') ? `+${mexican(text.slice(1))}` : text;
  return parsePhoneNumberFromString(plain, { ...plan(region), extract: false });
}

function plan(region: string): { defaultCountry?: CountryCode; defaultCallingCode?: string } {
  if (isSupportedCountry(region)) return { defaultCountry: region };
  return /^\d{1,3}$/.test(region) ? { defaultCallingCode: region } : {};
}

const isUsable = (number: PhoneNumber): boolean =>
  number.isPossible() && number.number.length <= 16 && !isFiller(number.nationalNumber);
