/**
 * The issuer as this page speaks to it: discovery, code flow with PKCE, refresh. Tokens come over TLS straight from the
 * token endpoint, which vouches for them (OIDC Core 3.1.3.7, 6), so the ID token's signature is not checked; its claims
 * are, by the library. What is thrown here, `readFailure` reads.
 */
import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockTolerance,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { PageConfig } from '../../domain/api.ts';
import type { Attempt } from './sign-in-attempts.ts';
import type { TokenAnswer } from './tokens.ts';

/** How long the issuer may take to answer one request. */
const limitMs = 10_000;
/** Clocks of desks are off; what makes an ID token fresh is its nonce. */
const toleranceSeconds = 300;

export type IssuerSettings = Pick<PageConfig, 'issuer' | 'clientId' | 'scope'>;

export interface Issuer {
  /** Where to send the browser to sign in, and what must be kept to understand the answer. */
  begin(place: string): Promise<{ address: string; attempt: Attempt }>;
  /** Tokens for the issuer's answer to an attempt; the code in it is used up. */
  finish(answer: URLSearchParams, attempt: Attempt): Promise<TokenAnswer>;
  refresh(refreshToken: string): Promise<TokenAnswer>;
  /** Where to send the browser to end the issuer's session; undefined when the issuer names no such place. */
  signOutAddress(idToken: string | undefined): Promise<string | undefined>;
}

/** @param page the page's own address, as the issuer has it on its list. Asks nothing before it must. */
export function createIssuer({ issuer, clientId, scope }: IssuerSettings, page: string): Issuer {
  const client: Client = { client_id: clientId, [clockTolerance]: toleranceSeconds };
  let found: AuthorizationServer | undefined;

  const discover = async (): Promise<AuthorizationServer> => {
    const address = new URL(issuer);
    found ??= await processDiscoveryResponse(address, await discoveryRequest(address, limits(issuer)));
    return found;
  };

  return {
    async begin(place) {
      const address = target((await discover()).authorization_endpoint);
      const attempt: Attempt = { state: generateRandomState(), verifier: generateRandomCodeVerifier(), place };
      if (scope.split(' ').includes('openid')) attempt.nonce = generateRandomNonce();
      const query = {
        ...{ client_id: clientId, redirect_uri: page, response_type: 'code', scope, state: attempt.state },
        ...{ code_challenge: await calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: 'S256' },
        ...(attempt.nonce !== undefined && { nonce: attempt.nonce }),
      };
      return { address: withQuery(address, query), attempt };
    },

    async finish(answer, { state, verifier, nonce }) {
      const server = await discover();
      const checked = validateAuthResponse(server, client, answer, state);
      const options = limits(issuer, server.token_endpoint);
      const response = await authorizationCodeGrantRequest(server, client, None(), checked, page, verifier, options);
      const expected = nonce === undefined ? {} : { expectedNonce: nonce };
      return withSubject(await processAuthorizationCodeResponse(server, client, response, expected));
    },

    async refresh(refreshToken) {
      const server = await discover();
      const options = limits(issuer, server.token_endpoint);
      const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, options);
      return withSubject(await processRefreshTokenResponse(server, client, response));
    },

    async signOutAddress(idToken) {
      const { end_session_endpoint: place } = await discover();
      if (place === undefined) return undefined;
      const [name, value] = idToken === undefined ? ['client_id', clientId] : ['id_token_hint', idToken];
      return withQuery(target(place), { [name]: value, post_logout_redirect_uri: page });
    },
  };
}

/** The local issuer alone is spoken to without TLS. */
const onLocalhost = (address = '') => /^http:\/\/localhost(:\d+)?(\/|$)/.test(address);

const limits = (...addresses: (string | undefined)[]) => ({
  signal: () => AbortSignal.timeout(limitMs),
  [allowInsecureRequests]: addresses.every(onLocalhost),
});

/** Where the browser itself is sent to. */
function target(address: string | undefined): URL {
  const url = new URL(address ?? '');
  if (url.protocol !== 'https:' && !onLocalhost(address)) throw new Error(`${address} is not secure`);
  return url;
}

function withQuery(address: URL, query: Record<string, string>): string {
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

const withSubject = (answer: TokenEndpointResponse): TokenAnswer => ({
  ...answer,
  sub: getValidatedIdTokenClaims(answer)?.sub,
});
