/** The application that signs people in, as the template describes it. Filled while the template is instantiated. */
export interface SignInSettings {
  clientId?: string;
  /** Who access tokens are for, where that is not the client; Cognito's tokens have no `aud`. */
  audience?: string;
  redirectUris: string[];
  logoutUris: string[];
  scopes: string[];
  /** Claim that carries the groups. */
  groupsClaim: string;
}

export const defaultSettings = (): SignInSettings => ({
  redirectUris: [],
  logoutUris: [],
  scopes: ['openid', 'profile', 'email'],
  groupsClaim: 'cognito:groups',
});
