/**
 * The tokens of this tab: kept in its session storage, so that a reload stays signed in and a closed tab forgets them,
 * and announced before they end.
 */

/** What the token endpoint answers, checked. */
export interface TokenAnswer {
  access_token: string;
  /** Seconds that the access token holds. */
  expires_in?: number;
  refresh_token?: string;
  id_token?: string;
  /** Whom the ID token of this answer is about. */
  sub?: string;
}

export type Tokens = Omit<TokenAnswer, 'expires_in'> & {
  /** Epoch seconds; absent: the issuer does not say. */
  expires_at?: number;
};

const key = 'deskline.tokens';

/** How long before the end somebody is told, unless tokens live shorter than twice that. */
const warnMs = 60_000;
/** Tokens that end at once must not make the page ask without a pause. */
const leastMs = 1000;
/** The browser's timers end at 2³¹ ms. */
const longestMs = 2 ** 31 - 1;

/**
 * What is kept of an answer that came at `now` (epoch ms). With `before`, it is a renewal: what it leaves out still holds
 * (RFC 6749, 6), and it must be about the same person (OIDC Core 12.2); throws when it is not.
 */
export function tokensOf(answer: TokenAnswer, now: number, before?: Tokens): Tokens {
  const { access_token, expires_in, refresh_token, id_token, sub } = answer;
  if (before?.sub !== undefined && sub !== undefined && sub !== before.sub) throw new Error('tokens of somebody else');
  return {
    access_token,
    refresh_token: refresh_token ?? before?.refresh_token,
    id_token: id_token ?? before?.id_token,
    sub: sub ?? before?.sub,
    expires_at: expires_in === undefined ? undefined : Math.floor(now / 1000) + expires_in,
  };
}

/** Milliseconds that the access token still holds; endless when the issuer did not say. */
export const timeLeft = ({ expires_at }: Tokens, now: number): number =>
  expires_at === undefined ? Number.POSITIVE_INFINITY : expires_at * 1000 - now;

/** When to renew tokens that hold for `left` ms more, and when they are over: ms from now, absent when too far away. */
export function momentsOf(left: number): { soon?: number; over?: number } {
  const when = (ms: number) => (ms > longestMs ? undefined : Math.max(leastMs, ms));
  return { soon: when(left - Math.min(warnMs, left / 2)), over: when(left) };
}

/** The tokens as they are; undefined without a sign-in. */
export function readTokens(): Tokens | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof kept?.access_token === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepTokens(tokens: Tokens): Tokens {
  sessionStorage.setItem(key, JSON.stringify(tokens));
  return tokens;
}

export const forgetTokens = (): void => sessionStorage.removeItem(key);

let timers: ReturnType<typeof setTimeout>[] = [];

/** Calls `soon` before the end and `over` at the end, once each; the next tokens begin anew. */
export function watchTokens(tokens: Tokens, soon: () => void, over: () => void): void {
  for (const timer of timers) clearTimeout(timer);
  const moments = momentsOf(timeLeft(tokens, Date.now()));
  timers = [[moments.soon, soon] as const, [moments.over, over] as const].flatMap(([ms, tell]) =>
    ms === undefined ? [] : [setTimeout(tell, ms)],
  );
}
