import type { IncomingMessage, ServerResponse } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import type { Provider } from 'oidc-provider';
import { accessTokenClaims, accessTokenSeconds } from './claims.ts';
import { signingKey } from './keys.ts';
import { messagePage, pageHeaders, signInPage } from './page.ts';
import { createProvider } from './provider.ts';
import type { SignInSettings } from './settings.ts';
import type { SignIns } from './sign-ins.ts';

export interface Issuer {
  url: string;
  /** Serves a request below the issuer's path; false when it is not. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** An access token as a sign-in gives, by the same key. Throws for somebody who may not sign in. */
  token(username: string): Promise<string>;
}

export interface IssuerPorts {
  /** e.g. `http://localhost:4001/issuer` */
  url: string;
  settings: SignInSettings;
  signIns: SignIns;
  /** Opens the instance's session of a person; gives the whole `Set-Cookie` value. */
  openSession(username: string): string;
  fault(message: string): void;
}

/** The local stand-in for the user pool. The server behind it is made at the first request, since most commands ask nothing of it. */
export function createIssuer({ url, settings, signIns, openSession, fault }: IssuerPorts): Issuer {
  const path = new URL(url).pathname;
  let starting: Promise<Provider> | undefined;
  const token = async (username: string): Promise<string> => {
    const signIn = signIns.find(username);
    if (!signIn) throw new Error(`${username} may not sign in`);
    const key = await signingKey();
    const claims = accessTokenClaims(signIn, settings.clientId ?? '', settings.scopes.join(' '), settings);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .setIssuer(url)
      .setSubject(signIn.username)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${accessTokenSeconds}s`)
      .sign(await importJWK(key));
  };
  const start = async () => {
    const provider = await createProvider(url, await signingKey(), settings, signIns, token);
    provider.on('authorization.success', (ctx) => {
      const username = ctx.oidc.session?.accountId;
      if (username) ctx.append('set-cookie', openSession(username));
    });
    provider.on('server_error', (_ctx, error) => fault(`issuer: ${error.message}`));
    return provider;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    starting ??= start();
    const provider = await starting;
    const below = (request.url ?? '').slice(path.length);
    if (below.startsWith('/interaction/')) return interact(provider, request, response);
    if (below.split('?')[0] === '/logout') return signOut(provider, below, response);
    Object.assign(request, { originalUrl: request.url, url: below });
    await provider.callback()(request, response);
  };

  const interact = async (provider: Provider, request: IncomingMessage, response: ServerResponse) => {
    const show = (status: number, refused?: string) =>
      response.writeHead(status, pageHeaders).end(signInPage(request.url ?? '', signIns.list(), refused));
    try {
      // Also says whether this browser began the interaction.
      await provider.interactionDetails(request, response);
    } catch {
      const message = 'This sign-in is over or was begun in another browser. Go back to the desk and sign in again.';
      response.writeHead(400, pageHeaders).end(messagePage('Sign-in is over', message));
      return;
    }
    if (request.method !== 'POST') {
      show(200);
      return;
    }
    const form = new URLSearchParams(await bodyOf(request));
    if (form.get('cancel')) {
      const error_description = 'The sign-in was cancelled.';
      await provider.interactionFinished(request, response, { error: 'access_denied', error_description });
      return;
    }
    const signIn = signIns.find(form.get('username') ?? '');
    if (!signIn) {
      show(403, form.get('username') ?? '');
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: signIn.username } });
  };

  /** Cognito's `/logout`: ends the session and goes to `logout_uri` when the client lists it. */
  const signOut = (provider: Provider, below: string, response: ServerResponse) => {
    const asked = new URLSearchParams(below.split('?')[1] ?? '');
    const uri = asked.get('logout_uri') ?? '';
    if (asked.get('client_id') !== settings.clientId || !settings.logoutUris.includes(uri)) {
      const message = `The client lists no sign-out address ${uri || '(none given)'}.`;
      response.writeHead(400, pageHeaders).end(messagePage('Sign-out refused', message));
      return;
    }
    const cookie = provider.cookieName('session');
    const ended = [cookie, `${cookie}.sig`].map((name) => `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
    response.writeHead(302, { location: uri, 'set-cookie': ended }).end();
  };

  return {
    url,
    handle(request, response) {
      const [asked = ''] = (request.url ?? '').split('?');
      if (asked !== path && !asked.startsWith(`${path}/`)) return false;
      serve(request, response).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        fault(`issuer: ${message}`);
        if (!response.headersSent) response.writeHead(500, pageHeaders).end(messagePage('The issuer failed', message));
      });
      return true;
    },
    token,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
