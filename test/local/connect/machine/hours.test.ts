import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../../local/connect/machine/hours.ts';
import type { Weekday } from '../../../../local/connect/resources.ts';

const hours = (timeZone: string, day: Weekday, start: number, end: number) => ({
  arn: 'h',
  name: 'h',
  timeZone,
  days: [{ day, start: start * 60, end: end * 60 }],
});

describe('hours of operation', () => {
  it.each([
    // A Friday; New York is five hours behind UTC in winter.
    ['opens by the wall clock of its zone', 'America/New_York', '2026-11-20T12:59:59Z', false],
    ['is open from the first minute', 'America/New_York', '2026-11-20T13:00:00Z', true],
    ['is closed from the last minute on', 'America/New_York', '2026-11-20T23:00:00Z', false],
    ['opens at another moment elsewhere', 'Europe/Berlin', '2026-11-20T07:00:00Z', true],
    // Friday 27 March is winter time in Berlin, Friday 3 April summer time.
    ['opens at 7:00 UTC in the week before the change to summer time', 'Europe/Berlin', '2026-03-27T06:30:00Z', false],
    ['opens at 6:00 UTC in the week after it', 'Europe/Berlin', '2026-04-03T06:30:00Z', true],
    ['reads the weekday in its zone too', 'Pacific/Auckland', '2026-11-19T20:00:00Z', true],
  ])('%s (%s, %s)', (_, zone, at, open) => {
    expect(isOpen(hours(zone, 'FRIDAY', 8, 18), Date.parse(at))).toBe(open);
  });

  it('takes an end of 00:00 as the midnight that ends the day', () => {
    const late = hours('UTC', 'FRIDAY', 8, 0);
    expect(isOpen(late, Date.parse('2026-11-20T23:59:59Z'))).toBe(true);
    expect(isOpen(late, Date.parse('2026-11-21T00:00:00Z'))).toBe(false);
  });

  it('is open round the clock from 00:00 to 00:00', () => {
    const all = hours('UTC', 'FRIDAY', 0, 0);
    expect(isOpen(all, Date.parse('2026-11-20T00:00:00Z'))).toBe(true);
    expect(isOpen(all, Date.parse('2026-11-20T23:59:00Z'))).toBe(true);
  });

  it('reaches into the next day when it ends before it starts', () => {
    const night = hours('UTC', 'FRIDAY', 22, 6);
    expect(isOpen(night, Date.parse('2026-11-21T05:59:00Z'))).toBe(true);
    expect(isOpen(night, Date.parse('2026-11-20T05:59:00Z'))).toBe(false);
  });
});
