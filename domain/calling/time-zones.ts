import { northAmerica } from './area-codes/north-america.ts';
import { otherAreaCodes } from './area-codes/others.ts';

/** A number as its plan tells of it. */
export interface Place {
  /** E.164. */
  e164: string;
  callingCode: string;
  /** ISO 3166; absent where the plan cannot tell, as with satellites. */
  country?: string;
  /** Toll-free, shared-cost and the like: reached from anywhere, so its digits say nothing of where it rings. */
  placeless: boolean;
}

/**
 * IANA time zones in which this number may ring, none when nothing is known: by area code where a large country is
 * divided, else all of the country, as with mobiles that have no area code. A mobile may have travelled; nobody but its
 * network knows.
 */
export function timeZonesOf({ e164, callingCode, country, placeless }: Place): string[] {
  if (placeless) return [];
  const national = e164.slice(1 + callingCode.length);
  const table = tables.get(callingCode);
  for (let length = longestBeginning; table && length > 0; length -= 1) {
    const zones = table.get(national.slice(0, length));
    if (zones) return zones;
  }
  return country === undefined ? [] : zonesOfCountry(country);
}

const longestBeginning = 5;

/** Zones by the beginning of the national number, by calling code. */
const tables = new Map(
  Object.entries({ ...otherAreaCodes, '1': northAmerica }).map(([callingCode, byZones]) => [
    callingCode,
    new Map(
      Object.entries(byZones).flatMap(([zones, codes]) =>
        codes
          .trim()
          .split(/\s+/)
          .map((code): [string, string[]] => [code, zones.split(' ')]),
      ),
    ),
  ]),
);

/** What CLDR leaves out, and China, whose second zone nobody there sets a clock by but a part of Xinjiang. */
const countries: Record<string, string[]> = {
  CN: ['Asia/Shanghai'],
  XK: ['Europe/Belgrade'],
  AC: ['Atlantic/St_Helena'],
  TA: ['Atlantic/St_Helena'],
};

/** As CLDR has them, which comes with the runtime and is as fresh as it; an accessor in older runtimes. */
function zonesOfCountry(country: string): string[] {
  const own = countries[country];
  if (own) return own;
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?(): string[];
    timeZones?: string[];
  };
  const zones = locale.getTimeZones?.() ?? locale.timeZones;
  // Without it everybody would be called by the desk's own clock, and nobody would notice.
  if (!zones) throw new Error('this JavaScript runtime does not know the time zones of countries');
  return zones;
}
