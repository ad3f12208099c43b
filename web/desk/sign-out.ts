/**
 * Signing out differs between issuers: Cognito has an address of its own with its own parameters and no
 * `end_session_endpoint`; the others follow OIDC. This is the one place that knows.
 */
import type { UserManager } from 'oidc-client-ts';
import type { PageConfig } from '../../domain/api.ts';

/** Leaves the page for the issuer, which comes back to it. */
export async function signOutAtIssuer(manager: UserManager, config: PageConfig, returnTo: string): Promise<void> {
  if (config.signOutUrl === undefined) return await manager.signoutRedirect({ post_logout_redirect_uri: returnTo });
  await manager.removeUser();
  location.assign(config.signOutUrl.replace('{returnTo}', encodeURIComponent(returnTo)));
}
