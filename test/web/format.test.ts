import { expect, it } from 'vitest';
import { clockTime, dayOf, duration, languageName, when } from '../../web/desk/format.ts';

it.each([
  [0, '00:00'],
  [59_999, '00:59'],
  [60_000, '01:00'],
  [3_599_000, '59:59'],
  [3_600_000, '1:00:00'],
  [36_061_000, '10:01:01'],
  [-5_000, '00:00'],
])('writes %d ms as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

const now = Date.parse('2026-03-29T10:00:00Z');
it.each([
  ['a time today', '2026-03-29T07:05:00Z', '08:05'],
  ['before the clocks changed that night', '2026-03-29T00:30:00Z', '00:30'],
  ['the day before as a date', '2026-03-28T23:59:00Z', '28 Mar'],
  ['an earlier year with its year', '2025-12-31T12:00:00Z', '31 Dec 2025'],
  ['what is no time as it came', 'yesterday', 'yesterday'],
])('writes %s', (_, at, text) => {
  expect(when(at, now, 'en-GB', 'Europe/London')).toBe(text);
});

it('writes midnight as 00:00, not 24:00', () => {
  expect(clockTime('2026-01-01T00:00:00Z', 'en-US', 'UTC')).toBe('00:00');
});

it('knows the day in a zone', () => {
  expect(dayOf(Date.parse('2026-03-02T23:30:00Z'), 'Europe/Paris')).toBe('2026-03-03');
});

it('names a language, and shows a code that is none', () => {
  expect(languageName('de-DE')).toBe('German (Germany)');
  expect(languageName('not a code')).toBe('not a code');
});
