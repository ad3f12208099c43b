/**
 * The tokens of this tab: kept in its session storage, so that a reload stays signed in and a closed tab forgets them,
 * and announced before they end. The library's own keeper of them would cost this page seven kilobytes.
 */
import type { OidcClient, SigninResponse } from 'oidc-client-ts';

export type Tokens = Pick<SigninResponse, 'access_token' | 'refresh_token' | 'id_token' | 'scope' | 'profile'> & {
  /** Epoch seconds; absent: the issuer does not say. */
  expires_at?: number;
};

const key = 'deskline.tokens';

/** How long before the end somebody is told. */
const warnMs = 60_000;
/** The browser's timers end at 2³¹ ms. */
const longestMs = 2 ** 31 - 1;

/** The tokens as they are; undefined without a sign-in. */
export function readTokens(): Tokens | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what the issuer answered; an answer that leaves the refresh token out means that the old one holds. */
export function keepTokens(answer: SigninResponse): Tokens {
  const { access_token, refresh_token, id_token, scope, profile, expires_at } = answer;
  const before = readTokens();
  const tokens: Tokens = {
    ...{ access_token, scope, profile, expires_at },
    refresh_token: refresh_token ?? before?.refresh_token,
    id_token: id_token ?? before?.id_token,
  };
  sessionStorage.setItem(key, JSON.stringify(tokens));
  return tokens;
}

export const forgetTokens = (): void => sessionStorage.removeItem(key);

/** Milliseconds that the access token still holds; endless when the issuer did not say. */
export const timeLeft = ({ expires_at }: Tokens, now: number): number =>
  expires_at === undefined ? Number.POSITIVE_INFINITY : expires_at * 1000 - now;

let timers: ReturnType<typeof setTimeout>[] = [];

/** Calls `soon` a minute before the end and `over` at the end, once each; the next tokens begin anew. */
export function watchTokens(tokens: Tokens, soon: () => void, over: () => void): void {
  for (const timer of timers) clearTimeout(timer);
  const left = timeLeft(tokens, Date.now());
  timers = [[left - warnMs, soon] as const, [left, over] as const].flatMap(([ms, tell]) =>
    ms > longestMs ? [] : [setTimeout(tell, Math.max(0, ms))],
  );
}

/** Fetches new tokens by refresh token; throws what the issuer or the network says. */
export async function refreshTokens(client: OidcClient, { refresh_token, ...tokens }: Tokens): Promise<Tokens> {
  if (refresh_token === undefined) throw new Error('there is no refresh token');
  const state = { ...tokens, refresh_token, session_state: null };
  return keepTokens(await client.useRefreshToken({ state, timeoutInSeconds: 10 }));
}
