import type { FiledNumber } from './filing.ts';
import { shortestSuffix } from './numbering.ts';
import { hasControlCharacter, plainText } from './plain-text.ts';
import { writtenNumber } from './read-number.ts';
import { type Readings, readingsOf } from './readings.ts';
import { isFiller, saysWithheld, spellsWithheld } from './withheld.ts';
import { peel } from './wrapper.ts';

/** What a caller id turned out to be. */
export type CallerId =
  /** A telephone number; `numbers` holds everything that it can mean, and nothing when it is none that can exist. */
  | { kind: 'number'; numbers: FiledNumber[] }
  /** Nothing was sent, or a word that says so. */
  | { kind: 'withheld' }
  /** An internal number, or a service code, which is nobody's: `numbers` is empty then. */
  | { kind: 'short-code'; digits: string; numbers: FiledNumber[] }
  /** A SIP address whose user part is no number, as `user@host`. */
  | { kind: 'sip'; address: string; numbers: FiledNumber[] }
  | { kind: 'unusable'; reason: 'filler' | 'malformed' };

/** A caller id longer than this is no caller id; it also bounds the work for hostile input. */
const longestCallerId = 300;

/**
 * Reads the string that the telephone network or a PBX delivered. Never throws, whatever the string holds; nothing is cut
 * out of foreign text: what is not one number, one SIP address or one word as a whole is unusable.
 *
 * @param raw As delivered; missing and null count as withheld.
 * @param lineRegion ISO 3166 country of the line that was called: a number without country code is read in it.
 */
export function readCallerId(raw: string | null | undefined, lineRegion: string): CallerId {
  const text = plainText((raw ?? '').slice(0, longestCallerId + 1));
  if (text.length > longestCallerId || hasControlCharacter(raw ?? '')) return { kind: 'unusable', reason: 'malformed' };
  if (text === '' || saysWithheld(text)) return { kind: 'withheld' };

  const { scheme, user, host, phoneContext } = peel(text);
  if (saysWithheld(user)) return { kind: 'withheld' };
  if (user === '' || hasControlCharacter(user) || (scheme === 'sip' && isNowhere(host))) {
    return { kind: 'unusable', reason: 'malformed' };
  }
  const written = writtenNumber(user);
  if (written) {
    if (spellsWithheld(written.digits)) return { kind: 'withheld' };
    if (written.digits.length > 15 && isTwoNumbers(user)) return { kind: 'unusable', reason: 'malformed' };
    if (written.digits.length === 1 || isFiller(written.digits)) return { kind: 'unusable', reason: 'filler' };
    return asRead(readingsOf(written, phoneContext ?? lineRegion), written.digits);
  }
  if (user === '+') return { kind: 'unusable', reason: 'filler' };
  if (scheme === 'sip' && /^[^\s"<>@]+$/u.test(user)) {
    const address = `${user}@${host}`;
    return { kind: 'sip', address, numbers: [{ kind: 'address', address }] };
  }
  return { kind: 'unusable', reason: 'malformed' };
}

function asRead(readings: Readings, digits: string): CallerId {
  if ('none' in readings) {
    if (readings.none === 'filler') return { kind: 'unusable', reason: 'filler' };
    return readings.none === 'service-code'
      ? { kind: 'short-code', digits, numbers: [] }
      : { kind: 'number', numbers: [] };
  }
  const { numbers } = readings;
  return numbers[0]?.kind === 'internal' ? { kind: 'short-code', digits, numbers } : { kind: 'number', numbers };
}

/** Everything that this caller id can be filed as; empty when nobody can have it. */
export const readingsOfCaller = (callerId: CallerId): FiledNumber[] => ('numbers' in callerId ? callerId.numbers : []);

/** More digits than any number has, in two parts that each could be one. */
const isTwoNumbers = (text: string): boolean =>
  text.split(/ +(?=[+\d(]{7,})/).filter((part) => part.replace(/\D/g, '').length >= shortestSuffix).length > 1;

/** RFC 2606 reserves `.invalid` for names that must not resolve; networks put withheld callers under it. */
const isNowhere = (host: string): boolean => !/^[\p{L}\p{N}.[\]-]+$/u.test(host) || /(^|\.)invalid$/.test(host);
