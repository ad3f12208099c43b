/** How times and durations are written. Locale and zone are arguments, so that a test does not depend on the machine. */

/** `mm:ss`, from an hour on `h:mm:ss`; nothing negative, because two clocks may disagree by a moment. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

/** Time of day in two digits each, e.g. `09:05`. */
export function clockTime(at: string | number | Date, locale?: string, timeZone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(at));
}

const dayKey = (at: Date, timeZone?: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** Today a time, this year day and month, else the date in full. An unreadable time stays as it came. */
export function when(at: string, now: number, locale?: string, timeZone?: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const today = new Date(now);
  if (dayKey(date, timeZone) === dayKey(today, timeZone)) return clockTime(date, locale, timeZone);
  const sameYear = dayKey(date, timeZone).slice(0, 4) === dayKey(today, timeZone).slice(0, 4);
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year, timeZone }).format(date);
}

/** The name of a language in the page's words, e.g. `British English`; the code itself when it is none. */
export function languageName(code: string, locale = 'en'): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** `2026-11-21` in the reader's own day, as the API's list of a day wants it. */
export const dayOf = (at: number, timeZone?: string): string => dayKey(new Date(at), timeZone);
