import { isSupportedCountry } from 'libphonenumber-js/min';
import type { CallingHours, Hours } from '../../domain/calling/hours.ts';
import { type Fields, show } from './fields.ts';
import type { OpeningHours } from './opening-hours.ts';
import { minutesOf, readOpeningHours } from './opening-hours.ts';

const otherwise = { from: '08:00', to: '21:00' };

/**
 * `{ days, from, to, countries: { GB: { days, from, to } } }`: when people may be called, by the clock where their
 * telephone rings. Each part may be left out; every day from 08:00 to 21:00 stands for it.
 */
export function readCallingHours(fields: Fields): CallingHours | undefined {
  const countries = readCountries(fields);
  const everybody = readOpeningHours(fields, otherwise, ['countries']);
  return everybody && countries && { ...hoursOf(everybody), countries };
}

function readCountries(fields: Fields): Record<string, Hours> | undefined {
  if (!fields.has('countries')) return {};
  const given = fields.take('countries');
  const section = fields.section('countries');
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const read = Object.keys(given).map((country) => {
    if (!isSupportedCountry(country)) {
      return section.wrong(country, `${show(country)} is not a country; write an ISO 3166 code such as US or GB`);
    }
    const hours = readOpeningHours(section.section(country), otherwise);
    return hours && ([country, hoursOf(hours)] as const);
  });
  return read.includes(undefined) ? undefined : Object.fromEntries(read.flatMap((one) => (one ? [one] : [])));
}

const hoursOf = ({ days, from, to }: OpeningHours): Hours => ({
  days,
  from: minutesOf(from),
  to: minutesOf(to) || 24 * 60,
});
