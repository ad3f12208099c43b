import type { SignIn } from '../../desk-types.ts';
import type { SignInSettings } from './settings.ts';

/** Lifetime of access tokens in seconds, as Cognito's default. */
export const accessTokenSeconds = 3600;

/**
 * What Cognito puts into an access token besides the registered claims. Who it is for stands in `client_id`; there is no
 * `aud`, unless the settings of an issuer of one's own ask for it.
 */
export function accessTokenClaims(signIn: SignIn, clientId: string, scope: string, settings: SignInSettings) {
  return {
    token_use: 'access',
    client_id: clientId,
    ...(settings.audience === undefined ? {} : { aud: settings.audience }),
    username: signIn.username,
    scope,
    ...(signIn.groups.length ? { [settings.groupsClaim]: signIn.groups } : {}),
  };
}
