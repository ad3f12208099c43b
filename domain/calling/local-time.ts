export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a clock on the wall shows in a zone. */
export interface LocalTime {
  day: Weekday;
  /** Since midnight by the clock's face, so an hour that is skipped or repeated counts as the face shows it. */
  minutes: number;
  /** `HH:MM`. */
  text: string;
}

export function localTime(zone: string, at: Date): LocalTime {
  const { weekday = '', hour = '0', minute = '0' } = partsOf(zone, at);
  return {
    day: weekdays.find((day) => day.startsWith(weekday.toUpperCase())) ?? 'MONDAY',
    minutes: Number(hour) * 60 + Number(minute),
    text: `${hour}:${minute}`,
  };
}

/**
 * The instant at which the clock of a zone shows `minutes` after midnight, `days` after the local day of `at`. An hour
 * that a change of the clock skips is the one after it; of an hour that comes twice it is one of the two.
 */
export function instantOf(zone: string, at: Date, days: number, minutes: number): Date {
  const { year, month, day } = partsOf(zone, at);
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day) + days, 0, minutes);
  // The offset there is not known before the instant is. The second guess is right unless the clock skips that hour: then
  // the guesses stand on its two sides in turn, and the later one is after it.
  const guess = wall - offset(zone, wall);
  const second = wall - offset(zone, guess);
  return new Date(Math.max(second, wall - offset(zone, second)));
}

/** How far the zone's clock is ahead of UTC, in milliseconds. */
function offset(zone: string, at: number): number {
  const { year, month, day, hour, minute } = partsOf(zone, new Date(at));
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return wall - Math.floor(at / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(zone: string, at: Date): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone });
  formats.set(zone, format);
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

const fields: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
