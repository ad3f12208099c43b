import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Attempt, keepAttempt, takeAttempt } from '../../web/desk/sign-in-attempts.ts';

const kept = new Map<string, string>();
const attempt = (state: string): Attempt => ({ state, verifier: `v-${state}`, nonce: `n-${state}`, place: '#/check' });

beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  kept.clear();
});

it('answers each of several attempts by its own state, whichever comes first', () => {
  keepAttempt(attempt('a'));
  keepAttempt(attempt('b'));
  expect(takeAttempt('a')).toEqual(attempt('a'));
  expect(takeAttempt('b')).toEqual(attempt('b'));
});

it('answers an attempt once', () => {
  keepAttempt(attempt('a'));
  takeAttempt('a');
  expect(takeAttempt('a')).toBeUndefined();
});

it('knows no state that was not sent', () => {
  keepAttempt(attempt('a'));
  expect(takeAttempt('forged')).toBeUndefined();
  expect(takeAttempt(null)).toBeUndefined();
  expect(takeAttempt('a')).toBeDefined();
});

it('forgets the oldest of many that were abandoned', () => {
  for (const state of ['a', 'b', 'c', 'd', 'e', 'f']) keepAttempt(attempt(state));
  expect(takeAttempt('a')).toBeUndefined();
  expect(takeAttempt('b')).toEqual(attempt('b'));
});

it.each(['', '{', '7', '{"a":1}'])('takes %j for no attempt, and keeps the next', (text) => {
  kept.set('deskline.sign-ins', text);
  expect(takeAttempt('a')).toBeUndefined();
  keepAttempt(attempt('a'));
  expect(takeAttempt('a')).toEqual(attempt('a'));
});
