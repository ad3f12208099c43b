import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallingHours, type Hours, hoursIn, judgeHours } from '../../../domain/calling/hours.ts';
import { instantOf, localTime, weekdays } from '../../../domain/calling/local-time.ts';

const daily: Hours = { days: [...weekdays], from: 8 * 60, to: 21 * 60 };
const office: Hours = { days: weekdays.slice(0, 5), from: 9 * 60, to: 17 * 60 };
const newYork = ['America/New_York'];

describe('calling hours', () => {
  it.each<[string, Hours, string[], string, boolean, string, string | undefined]>([
    // what, hours, zones, now (UTC), open, local time, opens at (UTC)
    ['begin with the minute', daily, newYork, '2026-11-20T13:00:00Z', true, '08:00', undefined],
    ['have not begun a minute before', daily, newYork, '2026-11-20T12:59:59Z', false, '07:59', '2026-11-20T13:00:00Z'],
    ['last to the minute before', daily, newYork, '2026-11-21T01:59:59Z', true, '20:59', undefined],
    ['end with the minute', daily, newYork, '2026-11-21T02:00:00Z', false, '21:00', '2026-11-21T13:00:00Z'],
    ['follow summer time', daily, newYork, '2026-07-20T12:00:00Z', true, '08:00', undefined],
    [
      'are where it rings, not here',
      daily,
      ['Asia/Tokyo'],
      '2026-11-20T13:00:00Z',
      false,
      '22:00',
      '2026-11-20T23:00:00Z',
    ],
    [
      'know zones that are off by a half hour',
      daily,
      ['Asia/Calcutta'],
      '2026-11-20T02:29:00Z',
      false,
      '07:59',
      '2026-11-20T02:30:00Z',
    ],
    [
      'begin after the hour that the change to summer time skips',
      { days: ['SUNDAY'], from: 2 * 60, to: 21 * 60 },
      newYork,
      '2026-03-07T16:00:00Z',
      false,
      '11:00',
      '2026-03-08T07:00:00Z',
    ],
    ['wait for Monday', office, newYork, '2026-11-21T15:00:00Z', false, '10:00', '2026-11-23T14:00:00Z'],
    ['count the day where it rings', office, ['Pacific/Auckland'], '2026-11-22T21:00:00Z', true, '10:00', undefined],
    [
      'count the day where it rings, also when it is still Friday here',
      office,
      ['Pacific/Auckland'],
      '2026-11-20T15:00:00Z',
      false,
      '04:00',
      '2026-11-22T20:00:00Z',
    ],
    // Clocks go forward at 02:00 on 8 March 2026 and back at 02:00 on 1 November 2026.
    ['the day that has 23 hours', daily, newYork, '2026-03-08T11:59:00Z', false, '07:59', '2026-03-08T12:00:00Z'],
    ['the evening before it', daily, newYork, '2026-03-08T02:00:00Z', false, '21:00', '2026-03-08T12:00:00Z'],
    ['the day that has 25 hours', daily, newYork, '2026-11-01T12:30:00Z', false, '07:30', '2026-11-01T13:00:00Z'],
    ['the evening before that', daily, newYork, '2026-11-01T01:00:00Z', false, '21:00', '2026-11-01T13:00:00Z'],
    ['Europe has it on other days', daily, ['Europe/Berlin'], '2026-03-29T06:00:00Z', true, '08:00', undefined],
    ['and back', daily, ['Europe/Berlin'], '2026-10-25T06:59:00Z', false, '07:59', '2026-10-25T07:00:00Z'],
    ['the whole day', { ...daily, from: 0, to: 1440 }, newYork, '2026-11-20T08:00:00Z', true, '03:00', undefined],
  ])('%s', (_what, hours, zones, now, open, time, opensAt) => {
    expect(judgeHours(hours, zones, new Date(now))).toEqual({
      open,
      timeZone: zones[0],
      localTime: time,
      ...(opensAt && { opensAt: new Date(opensAt) }),
    });
  });

  it.each<[string, string[], string, boolean, string | undefined, string | undefined]>([
    [
      'early in the west',
      ['America/New_York', 'America/Chicago'],
      '2026-11-20T13:30:00Z',
      false,
      'America/Chicago',
      '2026-11-20T14:00:00Z',
    ],
    [
      'late in the east',
      ['America/Chicago', 'America/New_York'],
      '2026-11-21T02:30:00Z',
      false,
      'America/New_York',
      '2026-11-21T14:00:00Z',
    ],
    [
      'a good time in both, so that neither decides',
      ['America/New_York', 'America/Chicago'],
      '2026-11-20T14:00:00Z',
      true,
      undefined,
      undefined,
    ],
    [
      'clocks that agree',
      ['Europe/Berlin', 'Europe/Busingen'],
      '2026-11-20T14:00:00Z',
      true,
      'Europe/Berlin',
      undefined,
    ],
    [
      'never a good time in both',
      ['Pacific/Auckland', 'Atlantic/Reykjavik'],
      '2026-11-20T14:00:00Z',
      false,
      'Pacific/Auckland',
      undefined,
    ],
  ])('of several zones: %s', (_what, zones, now, open, timeZone, opensAt) => {
    const hours = zones.includes('Pacific/Auckland') ? { ...daily, from: 600, to: 660 } : daily;
    const verdict = judgeHours(hours, zones, new Date(now));
    expect([verdict.open, verdict.timeZone, verdict.opensAt]).toEqual([open, timeZone, opensAt && new Date(opensAt)]);
  });

  it('are a country’s own where it has some', () => {
    const hours: CallingHours = { ...daily, countries: { DE: office } };
    expect([hoursIn(hours, 'DE'), hoursIn(hours, 'US'), hoursIn(hours, undefined)]).toEqual([office, daily, daily]);
  });

  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Calcutta',
    'America/St_Johns',
    'UTC',
  ];
  const aDay = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

  it('open when they say that they open, and not a minute earlier', () => {
    fc.assert(
      fc.property(aDay, fc.subarray(zones, { minLength: 1 }), fc.constantFrom(daily, office), (at, some, hours) => {
        const { open, opensAt } = judgeHours(hours, some, at);
        if (open || !opensAt) return;
        expect(opensAt > at).toBe(true);
        expect(judgeHours(hours, some, opensAt).open).toBe(true);
        const before = new Date(Math.max(at.getTime(), opensAt.getTime() - 60_000));
        expect(judgeHours(hours, some, before).open).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('find the instant of a time of day that the clock shows once', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...zones), fc.integer({ min: 240, max: 1439 }), (at, zone, minutes) => {
        expect(localTime(zone, instantOf(zone, at, 0, minutes)).minutes).toBe(minutes);
      }),
      { numRuns: 300 },
    );
  });
});
