import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, useAccess } from '../../web/desk/api.ts';
import { words } from '../../web/desk/words.ts';

const asked: { path: string; authorization: string | null; body: unknown }[] = [];
let answers: (() => Response)[] = [];
let token = 'first';

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  asked.length = 0;
  token = 'first';
  useAccess({ token: () => token, renew: async () => false });
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, authorization: new Headers(init.headers).get('authorization'), body: init.body });
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

it('sends the token, and what stands in a path or query as text', async () => {
  answers = [json(200, {}), json(200, {})];
  await api.person('a/b?c');
  await api.peopleByNumber('+1 212 &x=1');
  expect(asked.map(({ path }) => path)).toEqual(['/api/people/a%2Fb%3Fc', '/api/people?telephone=%2B1+212+%26x%3D1']);
  expect(asked[0]?.authorization).toBe('Bearer first');
});

it('renews the token once and asks again', async () => {
  answers = [json(401, { message: 'Unauthorized' }), json(200, { username: 'ned' })];
  useAccess({
    token: () => token,
    renew: async () => {
      token = 'second';
      return true;
    },
  });
  expect(await api.me()).toEqual({ ok: true, value: { username: 'ned' } });
  expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second']);
});

describe('tells the trouble', () => {
  it.each([
    [
      'that the session ended, in our words',
      json(401, { message: 'Unauthorized' }),
      'not-signed-in',
      words.trouble['not-signed-in'],
    ],
    [
      'the API’s own sentence',
      json(404, { error: 'not-found', message: 'No person has this id.' }),
      'not-found',
      'No person has this id.',
    ],
    ['a fault without its inner text', json(500, { error: 'fault', message: 'stack' }), 'fault', words.trouble.fault],
    ['a fault when the answer is no JSON', () => new Response('<html>', { status: 502 }), 'fault', words.trouble.fault],
    ['a fault when a success is no JSON', () => new Response('<html>'), 'fault', words.trouble.fault],
  ])('%s', async (_, answer, kind, message) => {
    answers = [answer];
    expect(await api.me()).toEqual({ ok: false, trouble: { kind, message } });
  });

  it('that there is no network', async () => {
    answers = [];
    expect(await api.me()).toEqual({ ok: false, trouble: { kind: 'network', message: words.trouble.network } });
  });

  it('that the answer took too long', async () => {
    answers = [
      () => {
        throw new DOMException('', 'TimeoutError');
      },
    ];
    expect(await api.me()).toEqual({ ok: false, trouble: { kind: 'timeout', message: words.trouble.timeout } });
  });
});
