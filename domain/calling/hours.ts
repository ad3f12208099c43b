import { instantOf, type LocalTime, localTime, type Weekday } from './local-time.ts';

/** When people may be called, by the clock where their telephone rings. */
export interface Hours {
  days: Weekday[];
  /** Minutes after midnight. */
  from: number;
  /** Minutes after midnight, exclusive; 1440 is the midnight that ends the day. */
  to: number;
}

/** What a deployment decides: hours for everybody, and others for some countries. */
export interface CallingHours extends Hours {
  /** By ISO 3166 country. */
  countries: Record<string, Hours>;
}

export const hoursIn = ({ countries, ...everybody }: CallingHours, country: string | undefined): Hours =>
  countries[country ?? ''] ?? everybody;

export interface HoursVerdict {
  open: boolean;
  /** The zone that decides: one in which it is too early or too late, else any; absent when it is open and clocks differ. */
  timeZone?: string;
  localTime?: string;
  /** When it is open in all zones again; absent while it is open, and when no hour of the week is open in all of them. */
  opensAt?: Date;
}

/**
 * Whether it is a time to call somebody whose telephone may ring in any of these zones: it must be in all of them.
 *
 * @param zones At least one IANA name.
 */
export function judgeHours(hours: Hours, zones: readonly string[], at: Date): HoursVerdict {
  const clocks = zones.map((timeZone) => ({ timeZone, time: localTime(timeZone, at) }));
  const closed = clocks.find(({ time }) => !within(hours, time));
  const [any, ...others] = clocks;
  if (!any) throw new Error('calling hours were asked for no time zone');
  const differ = others.some(({ time }) => time.text !== any.time.text);
  const deciding = closed ?? (differ ? undefined : any);
  const shown = deciding && { timeZone: deciding.timeZone, localTime: deciding.time.text };
  if (!closed) return { open: true, ...shown };
  const opensAt = nextOpening(hours, zones, at);
  return { open: false, ...shown, ...(opensAt && { opensAt }) };
}

const within = ({ days, from, to }: Hours, { day, minutes }: LocalTime): boolean =>
  days.includes(day) && minutes >= from && minutes < to;

/** It can only become open in all zones when one of them begins its hours. */
function nextOpening(hours: Hours, zones: readonly string[], at: Date): Date | undefined {
  const openings = zones.flatMap((zone) =>
    Array.from({ length: daysAhead + 1 }, (_, days) => instantOf(zone, at, days, hours.from)),
  );
  return openings
    .filter((opening) => opening > at)
    .sort((a, b) => a.getTime() - b.getTime())
    .find((opening) => zones.every((zone) => within(hours, localTime(zone, opening))));
}

/** A week, and a day for zones beyond the date line. */
const daysAhead = 8;
