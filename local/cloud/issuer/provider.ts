import type { Configuration, Provider as OidcProvider } from 'oidc-provider';
import { accessTokenSeconds } from './claims.ts';
import type { SigningKey } from './keys.ts';
import { messagePage, pageHeaders } from './page.ts';
import type { SignInSettings } from './settings.ts';
import type { SignIns } from './sign-ins.ts';

/**
 * The OIDC server: authorization code with PKCE for one public client, and refresh tokens. Whoever signs in grants what
 * the client may ask for, as in a user pool. `accessToken` makes the tokens that the client gets: the library's own JWTs
 * must have an `aud`, which Cognito's have not.
 */
export async function createProvider(
  issuer: string,
  key: SigningKey,
  settings: SignInSettings,
  signIns: SignIns,
  accessToken: (username: string) => Promise<string>,
): Promise<OidcProvider> {
  const clientId = settings.clientId ?? 'deskline';
  const scope = settings.scopes.join(' ');
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: settings.redirectUris,
        post_logout_redirect_uris: settings.logoutUris,
        scope,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [key.kid] },
    scopes: settings.scopes,
    claims: {
      openid: ['sub', 'cognito:username', settings.groupsClaim],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    // Cognito's ID tokens carry the profile themselves.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: false,
    issueRefreshToken: () => true,
    clientBasedCORS: () => true,
    renderError(ctx, { error, error_description: why }) {
      ctx.set(pageHeaders);
      ctx.body = messagePage('Sign-in refused', why ? `${error}: ${why}` : error);
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      IdToken: accessTokenSeconds,
      AuthorizationCode: 300,
      RefreshToken: 30 * 86_400,
      Grant: 30 * 86_400,
      Interaction: 3600,
      Session: 30 * 86_400,
    },
    interactions: { url: (_ctx, interaction) => `${new URL(issuer).pathname}/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    findAccount(_ctx, id) {
      const signIn = signIns.find(id);
      if (!signIn) return undefined;
      const claims = {
        sub: signIn.username,
        'cognito:username': signIn.username,
        [settings.groupsClaim]: signIn.groups,
        name: signIn.name,
        preferred_username: signIn.username,
        email: signIn.email,
        email_verified: signIn.email ? true : undefined,
      };
      return { accountId: signIn.username, claims: () => claims };
    },
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  };
  const provider = await quietly(async () => {
    const { Provider } = await import('oidc-provider');
    return new Provider(issuer, configuration);
  });
  provider.use(async (ctx, next) => {
    await next();
    const username = ctx.oidc?.account?.accountId;
    if (ctx.oidc?.route !== 'token' || ctx.status !== 200 || !username) return;
    const answer = ctx.body as { access_token: string };
    answer.access_token = await accessToken(username);
  });
  return provider;
}

/** The library warns on lines of its own: of any Node that is not the newest LTS, and that this store is in memory, as it is meant to be. */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await task();
  } finally {
    console.warn = warn;
  }
}
