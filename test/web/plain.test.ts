import { expect, it } from 'vitest';
import { plain } from '../../web/desk/plain.ts';

it.each([
  ['leaves markup as the text it is', '<b>"Amy" & Co</b>', '<b>"Amy" & Co</b>'],
  ['leaves letters of every script', 'שלום Nguyễn 李', 'שלום Nguyễn 李'],
  ['takes out what turns the direction', 'Amy\u202etxt.exe\u2066', 'Amy txt.exe'],
  ['takes out control characters', 'A\nB\u0000C', 'A B C'],
  ['does not cut within a letter', '👩'.repeat(90), `${'👩'.repeat(79)}…`],
])('%s', (_, text, shown) => {
  expect(plain(text)).toBe(shown);
});

it('cuts 10,000 characters', () => {
  expect([...plain('x'.repeat(10_000))].length).toBe(80);
});
