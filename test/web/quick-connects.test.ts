import { expect, it } from 'vitest';
import { type Choice, looksLikeNumber, matching } from '../../web/desk/quick-connects.ts';

const agent = (name: string, type?: 'available' | 'away'): Choice => ({
  arn: name,
  name,
  kind: 'agent',
  presence: type && { name: type, type, since: '' },
});
const all: Choice[] = [
  { arn: 'billing', name: 'Billing', kind: 'queue' },
  agent('Ned Marsh', 'away'),
  agent('Beth Alvarez', 'available'),
  agent('Ivy Novak'),
];
const names = (typed: string) => matching(all, typed).map(({ name }) => name);

it('puts those who could answer first, then the other agents, then queues', () => {
  expect(names('')).toEqual(['Beth Alvarez', 'Ivy Novak', 'Ned Marsh', 'Billing']);
});

it.each([
  ['b', ['Beth Alvarez', 'Billing']],
  ['alv be', ['Beth Alvarez']],
  ['NED', ['Ned Marsh']],
  ['nobody', []],
])('finds by every word typed: %s', (typed, expected) => {
  expect(names(typed)).toEqual(expected);
});

it.each([
  ['+1 212 555 0123', true],
  ['(212) 555-0123', true],
  ['70', false],
  ['Beth 12345', false],
  ['', false],
])('%s may be a number: %s', (typed, expected) => {
  expect(looksLikeNumber(typed)).toBe(expected);
});
