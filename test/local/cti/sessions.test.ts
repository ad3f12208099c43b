import { describe, expect, it } from 'vitest';
import { createSessions, sessionCookie } from '../../../local/connect/cti/sessions.ts';

/** What a browser sends back of a Set-Cookie value. */
const sent = (setCookie: string) => setCookie.split(';')[0] ?? '';

describe('sessions of the instance', () => {
  it('knows the browser that was signed in, among other cookies', () => {
    const sessions = createSessions();
    const cookie = sent(sessions.open('ned'));
    expect(cookie).toMatch(new RegExp(`^${sessionCookie}=`));
    expect(sessions.user(`theme=dark; ${cookie}; other=1`)).toBe('ned');
  });

  it.each([
    undefined,
    '',
    'deskline-instance',
    'deskline-instance=',
    'deskline-instance=guess',
    'x-deskline-instance=a',
  ])('knows nobody by the cookie header %j', (header) => {
    const sessions = createSessions();
    sessions.open('ned');
    expect(sessions.user(header)).toBeUndefined();
  });

  it('ends the cookies and tokens of one user, not those of another', () => {
    const sessions = createSessions();
    const [ned, beth] = [sent(sessions.open('ned')), sent(sessions.open('beth'))];
    const [nedToken, bethToken] = [sessions.token('ned'), sessions.token('beth')];
    expect(sessions.end('ned')).toContain('Max-Age=0');
    expect([sessions.user(ned), sessions.bearer(nedToken.accessToken)]).toEqual([undefined, undefined]);
    expect([sessions.user(beth), sessions.bearer(bethToken.accessToken)]).toEqual(['beth', 'beth']);
  });

  it('refuses a token once its time is over', () => {
    let now = 0;
    const sessions = createSessions(() => now);
    const { accessToken, expiration } = sessions.token('ned');
    now = expiration - 1;
    expect(sessions.bearer(accessToken)).toBe('ned');
    now = expiration;
    expect(sessions.bearer(accessToken)).toBeUndefined();
  });

  it('tell of the first softphone that opens and of the sign-out that ends them', () => {
    const sessions = createSessions();
    const told: string[] = [];
    sessions.onSoftphone((username, open) => told.push(`${username} ${open ? 'in' : 'out'}`));
    sessions.open('ned');
    expect(told).toEqual([]);
    sessions.token('ned');
    sessions.token('ned');
    sessions.token('beth');
    sessions.end('ned');
    sessions.end('ned');
    sessions.token('ned');
    expect(told).toEqual(['ned in', 'beth in', 'ned out', 'ned in']);
  });
});
