import type { Hours, Weekday } from '../resources.ts';

const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;

/**
 * Whether the line is open at `at` (epoch ms), by the clock on the wall of the hours' time zone, so that a change to
 * summer time needs no care. An end of 00:00 is the midnight that ends the day [docs: "12:00AM"], and an end before the
 * start reaches into the next day [assumed]: both are a window that crosses midnight.
 */
export function isOpen(hours: Hours, at: number): boolean {
  const { day, minute } = wallClock(hours.timeZone, at);
  const yesterday = weekdays[(weekdays.indexOf(day) + 6) % 7];
  return hours.days.some((window) => {
    if (window.end > window.start) return window.day === day && minute >= window.start && minute < window.end;
    return (window.day === day && minute >= window.start) || (window.day === yesterday && minute < window.end);
  });
}

function wallClock(timeZone: string, at: number): { day: Weekday; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const day = weekdays.find((candidate) => candidate === part('weekday').toUpperCase()) ?? 'SUNDAY';
  return { day, minute: Number(part('hour')) * 60 + Number(part('minute')) };
}
