/**
 * Who is signed in. Code flow with PKCE; tokens stay in this tab's session storage. Renewal needs a refresh token:
 * a silent frame would load this whole page once more, so without one the agent is told in words before work is lost.
 */
import { signal } from '@preact/signals';
import { ErrorResponse, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import type { Me, PageConfig } from '../../domain/api.ts';
import { api, useAccess } from './api.ts';
import { signOutAtIssuer } from './sign-out.ts';
import { forgetTokens, keepTokens, readTokens, refreshTokens, type Tokens, timeLeft, watchTokens } from './tokens.ts';
import { words } from './words.ts';

export type Session =
  | { state: 'opening' }
  /** `why` in words when it was not the agent's own wish. */
  | { state: 'signed-out'; why?: string; refused: boolean }
  /** Settings or the desk cannot be reached; the page offers to try again. */
  | { state: 'unreachable'; why: string }
  | { state: 'signed-in'; me: Me; config: PageConfig; expired: boolean };

export const session = signal<Session>({ state: 'opening' });

const signedOutKey = 'deskline.signed-out';
const pageAddress = () => `${location.origin}/`;

let client: OidcClient | undefined;
let config: PageConfig | undefined;
let token: string | undefined;

const signedOut = (why?: string, refused = false) => {
  session.value = { state: 'signed-out', why, refused };
};

async function readConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return await response.json();
}

const makeClient = (settings: PageConfig): OidcClient =>
  new OidcClient({
    authority: settings.issuer,
    client_id: settings.clientId,
    redirect_uri: pageAddress(),
    post_logout_redirect_uri: pageAddress(),
    response_type: 'code',
    scope: settings.scope,
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });

function use(tokens: Tokens): void {
  token = tokens.access_token;
  watchTokens(
    tokens,
    () => void renew(),
    () => void renew().then((renewed) => renewed || expire()),
  );
}

function expire(): void {
  const { value } = session;
  if (value.state === 'signed-in') session.value = { ...value, expired: true };
}

let renewing: Promise<boolean> | undefined;

/** Renews by refresh token; several askers at once share one attempt. */
function renew(): Promise<boolean> {
  renewing ??= renewOnce().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renewOnce(): Promise<boolean> {
  const tokens = readTokens();
  if (client === undefined || tokens?.refresh_token === undefined) return expireAnd(false);
  try {
    use(await refreshTokens(client, tokens));
    const { value } = session;
    if (value.state === 'signed-in' && value.expired) session.value = { ...value, expired: false };
    return true;
  } catch {
    return expireAnd(false);
  }
}

/** The token that remains may still hold for a minute; the words come when it does not. */
function expireAnd(answer: boolean): boolean {
  const tokens = readTokens();
  if (tokens === undefined || timeLeft(tokens, Date.now()) <= 0) expire();
  return answer;
}

/** The way back from the issuer: `?code=…` or `?error=…`. True when the address was such a way back. */
async function finishSignIn(active: OidcClient): Promise<boolean> {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state') && !answer.has('error')) return false;
  try {
    const response = await active.processSigninResponse(location.href);
    use(keepTokens(response));
    const { userState } = response;
    const place = typeof userState === 'string' && userState.startsWith('#') ? userState : '';
    history.replaceState(null, '', `/${place}`);
    return true;
  } catch (error) {
    history.replaceState(null, '', '/');
    // The provider's own sentence is its best explanation; it is shown as text, beside ours.
    const provider = error instanceof ErrorResponse ? error : undefined;
    const known =
      provider?.error === undefined || provider.error === null
        ? undefined
        : words.session.providerErrors[provider.error];
    const said = provider?.error_description ?? undefined;
    signedOut([known ?? (provider ? undefined : words.session.badCallback), said].filter(Boolean).join(' '), true);
    return true;
  }
}

/** Loads the settings, finishes or finds a sign-in, else starts one. The outcome is in `session`. */
export async function openSession(): Promise<void> {
  session.value = { state: 'opening' };
  try {
    config = await readConfig();
  } catch {
    session.value = { state: 'unreachable', why: words.session.noConfig };
    return;
  }
  client = makeClient(config);
  useAccess({ token: () => token, renew });
  const cameBack = await finishSignIn(client);
  if (cameBack && token === undefined) return;
  const tokens = cameBack ? undefined : readTokens();
  if (tokens !== undefined && timeLeft(tokens, Date.now()) > 0) use(tokens);
  if (token === undefined && tokens?.refresh_token !== undefined) await renew();
  if (token !== undefined) return await enter(config);
  if (sessionStorage.getItem(signedOutKey) !== null) {
    sessionStorage.removeItem(signedOutKey);
    return signedOut();
  }
  await signIn();
}

/** Asks the API who this is: a token that the desk does not accept is a sign-in refused. */
async function enter(settings: PageConfig): Promise<void> {
  const result = await api.me();
  if (result.ok) {
    session.value = { state: 'signed-in', me: result.value, config: settings, expired: false };
    return;
  }
  const { kind, message } = result.trouble;
  if (kind === 'not-signed-in') {
    forgetTokens();
    token = undefined;
    return signedOut(message);
  }
  if (kind === 'forbidden') return signedOut(`${message} ${words.session.noRole}`, true);
  session.value = { state: 'unreachable', why: message };
}

/** Goes to the issuer and comes back to the same place. */
export async function signIn(): Promise<void> {
  try {
    const request = await client?.createSigninRequest({ state: location.hash });
    if (request !== undefined) location.assign(request.url);
  } catch {
    session.value = { state: 'unreachable', why: words.session.unreachable };
  }
}

export async function signOut(): Promise<void> {
  if (client === undefined || config === undefined) return;
  sessionStorage.setItem(signedOutKey, '1');
  try {
    await signOutAtIssuer(client, config, pageAddress());
  } catch {
    session.value = { state: 'unreachable', why: words.session.unreachable };
  }
}
