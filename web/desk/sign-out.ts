/**
 * Signing out differs between issuers: Cognito has an address of its own with its own parameters and no
 * `end_session_endpoint`; the others follow OIDC. This is the one place that knows.
 */
import type { PageConfig } from '../../domain/api.ts';
import type { Issuer } from './issuer.ts';
import { forgetTokens, readTokens } from './tokens.ts';

/** Leaves the page for the issuer, which comes back to it; where the issuer knows no sign-out, the tokens are forgotten. */
export async function signOutAtIssuer(
  issuer: Issuer,
  { signOutUrl }: Pick<PageConfig, 'signOutUrl'>,
  returnTo: string,
): Promise<void> {
  const ownWay = signOutUrl?.replace('{returnTo}', encodeURIComponent(returnTo));
  const address = ownWay ?? (await issuer.signOutAddress(readTokens()?.id_token)) ?? returnTo;
  forgetTokens();
  location.assign(address);
}
