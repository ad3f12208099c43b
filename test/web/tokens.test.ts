import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetTokens,
  keepTokens,
  momentsOf,
  readTokens,
  type Tokens,
  timeLeft,
  tokensOf,
  watchTokens,
} from '../../web/desk/tokens.ts';

const now = Date.parse('2026-03-02T09:00:00.700Z');
const second = Math.floor(now / 1000);
const before: Tokens = { access_token: 'a1', refresh_token: 'r1', id_token: 'i1', sub: 'ned', expires_at: second - 1 };

describe('the tokens of an answer', () => {
  it('end when the issuer says, counted from the answer', () => {
    const tokens = tokensOf({ access_token: 'a', expires_in: 3600 }, now);
    expect(tokens.expires_at).toBe(second + 3600);
    expect(timeLeft(tokens, now)).toBe(3_600_000 - 700);
    expect(timeLeft(tokens, now + 3_600_000)).toBeLessThan(0);
  });

  it('never end when the issuer does not say', () => {
    expect(timeLeft(tokensOf({ access_token: 'a' }, now, before), now)).toBe(Number.POSITIVE_INFINITY);
  });

  it('keep in a renewal what it leaves out, and take what it brings', () => {
    expect(tokensOf({ access_token: 'a2', expires_in: 60 }, now, before)).toEqual({
      ...{ access_token: 'a2', refresh_token: 'r1', id_token: 'i1', sub: 'ned', expires_at: second + 60 },
    });
    const renewed = tokensOf({ access_token: 'a2', refresh_token: 'r2', id_token: 'i2', sub: 'ned' }, now, before);
    expect(renewed).toMatchObject({ refresh_token: 'r2', id_token: 'i2' });
  });

  it('keep nothing of another sign-in', () => {
    expect(tokensOf({ access_token: 'a2', sub: 'nora' }, now)).toEqual({ access_token: 'a2', sub: 'nora' });
  });

  it('are refused when a renewal is about somebody else', () => {
    expect(() => tokensOf({ access_token: 'a2', id_token: 'i2', sub: 'nora' }, now, before)).toThrow('somebody else');
  });
});

it.each([
  ['an hour: a minute before the end', 3_600_000, { soon: 3_540_000, over: 3_600_000 }],
  ['a minute: half-way, not at once and again and again', 60_000, { soon: 30_000, over: 60_000 }],
  ['nothing: after a pause', 0, { soon: 1000, over: 1000 }],
  ['longer than a timer: not at all', 2 ** 31 + 120_000, { soon: undefined, over: undefined }],
  ['for ever: not at all', Number.POSITIVE_INFINITY, { soon: undefined, over: undefined }],
])('renews tokens that hold for %s', (_, left, moments) => {
  expect(momentsOf(left)).toEqual(moments);
});

describe('in the tab', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    vi.useFakeTimers({ now });
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    kept.clear();
  });

  it('keeps tokens until they are forgotten', () => {
    keepTokens(before);
    expect(readTokens()).toEqual(before);
    forgetTokens();
    expect(readTokens()).toBeUndefined();
  });

  it.each(['', '{', '7', '"a"', '[]', '{"access_token":7}'])('takes %j for no tokens', (text) => {
    kept.set('deskline.tokens', text);
    expect(readTokens()).toBeUndefined();
  });

  it('tells of the end a minute before and when it is there, and of no end that a renewal has moved', () => {
    const told: string[] = [];
    const watch = (expires_in: number, name: string) => {
      const tokens = tokensOf({ access_token: name, expires_in }, Date.now());
      watchTokens(
        tokens,
        () => told.push(`${name} soon`),
        () => told.push(`${name} over`),
      );
    };
    watch(3600, 'first');
    vi.advanceTimersByTime(3_541_000);
    expect(told).toEqual(['first soon']);
    watch(3600, 'second');
    vi.advanceTimersByTime(600_000);
    expect(told).toEqual(['first soon']);
    vi.advanceTimersByTime(3_000_000);
    expect(told).toEqual(['first soon', 'second soon', 'second over']);
  });
});
