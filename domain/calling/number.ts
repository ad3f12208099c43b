import type { PhoneNumber } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readCallerId } from '../phone/caller-id.ts';
import { displayNumber } from '../phone/read-number.ts';
import type { Place } from './time-zones.ts';

export interface DialableNumber extends Place {
  /** In national form for the line's own country. */
  display: string;
}

/**
 * The number that an agent means to dial. Extensions cannot be dialled along; emergency and service codes and internal
 * numbers are not for an outside line.
 *
 * @param lineRegion ISO 3166 country in which a number without country code is read.
 * @returns undefined for what cannot be dialled.
 */
export function dialableNumber(text: string, lineRegion: string): DialableNumber | undefined {
  const read = readCallerId(text, lineRegion);
  const first = read.kind === 'number' ? read.numbers[0] : undefined;
  if (first?.kind !== 'line' || first.unsure) return undefined;
  const { e164 } = first;
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isPossible()) return undefined;
  return {
    e164,
    display: displayNumber(e164, lineRegion),
    callingCode: number.countryCallingCode,
    ...(number.country && { country: number.country }),
    placeless: placelessTypes.has(number.getType()),
  };
}

const placelessTypes = new Set<ReturnType<PhoneNumber['getType']>>([
  'TOLL_FREE',
  'SHARED_COST',
  'PREMIUM_RATE',
  'UAN',
  'VOICEMAIL',
]);
