import type { FiledNumber } from './filed-number.ts';
import { hasControlCharacter, plainText } from './plain-text.ts';
import { readNumber, writtenNumber } from './read-number.ts';
import { isFiller, saysWithheld, spellsWithheld } from './withheld.ts';
import { peel } from './wrapper.ts';

/** What a caller id turned out to be. */
export type CallerId =
  | { kind: 'number'; e164: string; extension?: string }
  /** Nothing was sent, or a word that says so. */
  | { kind: 'withheld' }
  /** Six digits at most that are no complete number in the line's country: an internal number or a service code. */
  | { kind: 'short-code'; digits: string }
  /** A SIP address whose user part is no number, as `user@host`. */
  | { kind: 'sip'; address: string }
  | { kind: 'unusable'; reason: 'filler' | 'malformed' | 'impossible' };

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
  const number = writtenNumber(user);
  if (number) return readDigits(number, phoneContext ?? lineRegion);
  if (user === '+') return { kind: 'unusable', reason: 'filler' };
  if (scheme === 'sip' && /^[^\s"<>@]+$/u.test(user)) return { kind: 'sip', address: `${user}@${host}` };
  return { kind: 'unusable', reason: 'malformed' };
}

/** Where people who own this caller id are filed; undefined when nobody can be. */
export function filedUnder(callerId: CallerId): FiledNumber | undefined {
  if (callerId.kind === 'number') return { whole: callerId.e164, extension: callerId.extension };
  return callerId.kind === 'short-code' ? { whole: callerId.digits } : undefined;
}

function readDigits(written: { plus: boolean; digits: string; extension?: string }, region: string): CallerId {
  const { plus, digits } = written;
  if (spellsWithheld(digits)) return { kind: 'withheld' };
  if (digits.length === 1 || isFiller(digits)) return { kind: 'unusable', reason: 'filler' };
  const number = readNumber(written, region);
  const short = !plus && digits.length <= 6;
  if (number && (!short || number.isValid())) {
    const found = { kind: 'number', e164: number.number } as const;
    return written.extension === undefined ? found : { ...found, extension: written.extension };
  }
  return short ? { kind: 'short-code', digits } : { kind: 'unusable', reason: 'impossible' };
}

/** RFC 2606 reserves `.invalid` for names that must not resolve; networks put withheld callers under it. */
const isNowhere = (host: string): boolean => !/^[\p{L}\p{N}.[\]-]+$/u.test(host) || /(^|\.)invalid$/.test(host);
