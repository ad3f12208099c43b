/**
 * Who is signed in. Code flow with PKCE; tokens stay in this tab's session storage. Renewal needs a refresh token:
 * a silent frame would load this whole page once more, so without one the agent is told in words before work is lost.
 */
import { signal } from '@preact/signals';
import type { Me, PageConfig } from '../../domain/api.ts';
import { api, useAccess } from './api.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import { type IssuerFailure, readFailure } from './issuer-failure.ts';
import { keepAttempt, takeAttempt } from './sign-in-attempts.ts';
import { signOutAtIssuer } from './sign-out.ts';
import { forgetTokens, keepTokens, readTokens, type Tokens, timeLeft, tokensOf, watchTokens } from './tokens.ts';
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

let issuer: Issuer | undefined;
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
  if (issuer === undefined || tokens?.refresh_token === undefined) return expireAnd(false);
  try {
    use(keepTokens(tokensOf(await issuer.refresh(tokens.refresh_token), Date.now(), tokens)));
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
async function finishSignIn(active: Issuer): Promise<boolean> {
  const answer = new URLSearchParams(location.search);
  if (!['code', 'error', 'state'].some((name) => answer.has(name))) return false;
  const attempt = takeAttempt(answer.get('state'));
  // Before the code is used: a page that is loaded again meanwhile finds no answer, and starts anew.
  history.replaceState(null, '', `/${attempt?.place ?? ''}`);
  try {
    if (attempt === undefined) refuse({ kind: 'unusable' });
    else use(keepTokens(tokensOf(await active.finish(answer, attempt), Date.now())));
  } catch (error) {
    refuse(readFailure(error));
  }
  return true;
}

/** The sign-in that failed, in words. */
function refuse(failure: IssuerFailure): void {
  const { unreachable, badCallback, providerErrors } = words.session;
  if (failure.kind === 'unreachable') session.value = { state: 'unreachable', why: unreachable };
  else if (failure.kind === 'unusable') signedOut(badCallback, true);
  else {
    const { error, description } = failure;
    const known = Object.hasOwn(providerErrors, error) ? providerErrors[error] : undefined;
    // The issuer's own sentence is its best explanation; it is shown as text, beside ours.
    signedOut([known, description].filter(Boolean).join(' ') || badCallback, true);
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
  issuer = createIssuer(config, pageAddress());
  useAccess({ token: () => token, renew });
  const cameBack = await finishSignIn(issuer);
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
    const request = await issuer?.begin(location.hash);
    if (request === undefined) return;
    keepAttempt(request.attempt);
    location.assign(request.address);
  } catch {
    session.value = { state: 'unreachable', why: words.session.unreachable };
  }
}

export async function signOut(): Promise<void> {
  if (issuer === undefined || config === undefined) return;
  sessionStorage.setItem(signedOutKey, '1');
  try {
    await signOutAtIssuer(issuer, config, pageAddress());
  } catch {
    // The tokens are still there: trying again leads back to the desk, and the next end of a session is no sign-out.
    sessionStorage.removeItem(signedOutKey);
    session.value = { state: 'unreachable', why: words.session.unreachable };
  }
}
