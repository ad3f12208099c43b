/**
 * Signing out differs between issuers: Cognito has an address of its own with its own parameters and no
 * `end_session_endpoint`; the others follow OIDC. This is the one place that knows.
 */
import type { OidcClient } from 'oidc-client-ts';
import type { PageConfig } from '../../domain/api.ts';
import { forgetTokens, readTokens } from './tokens.ts';

/** Leaves the page for the issuer, which comes back to it. */
export async function signOutAtIssuer(client: OidcClient, config: PageConfig, returnTo: string): Promise<void> {
  const ownWay = config.signOutUrl?.replace('{returnTo}', encodeURIComponent(returnTo));
  const hint = readTokens()?.id_token;
  const address =
    ownWay ?? (await client.createSignoutRequest({ id_token_hint: hint, post_logout_redirect_uri: returnTo })).url;
  forgetTokens();
  location.assign(address);
}
