import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIssuer as createLocalIssuer } from '../../local/cloud/issuer/issuer.ts';
import { createSignIns } from '../../local/cloud/issuer/sign-ins.ts';
import { type OpenPort, openPort } from '../../local/cloud/site/server.ts';
import { createIssuer, type Issuer } from '../../web/desk/issuer.ts';
import { readFailure } from '../../web/desk/issuer-failure.ts';

const page = 'http://localhost:4000/';
const settings = { clientId: 'desk-client', scope: 'openid profile email' };
let port: OpenPort;
let url: string;
let issuer: Issuer;

beforeAll(async () => {
  port = await openPort(0);
  url = `http://localhost:${port.port}/issuer`;
  const signIns = createSignIns();
  signIns.add({ username: 'ned', name: 'Ned Marsh', groups: ['agent'] });
  const { clientId, scope } = settings;
  const local = createLocalIssuer({
    ...{ url, signIns, openSession: () => 'instance=ned', fault: () => undefined },
    settings: {
      ...{ clientId, redirectUris: [page], logoutUris: [page], scopes: scope.split(' ') },
      groupsClaim: 'cognito:groups',
    },
  });
  port.serve((request, response) => {
    if (!local.handle(request, response)) response.writeHead(404).end();
  });
  issuer = createIssuer({ ...settings, issuer: url }, page);
});
afterAll(() => port.stop());

/** What a browser does at the issuer's pages: chooses Ned, or cancels. The answer is what comes back to the page. */
async function atIssuer(address: string, choice: Record<string, string> = { username: 'ned' }) {
  const cookies = new Map<string, string>();
  const visit = async (at: string, form?: Record<string, string>) => {
    const answer = await fetch(at, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    return new URL(answer.headers.get('location') ?? '', at).href;
  };
  const form = await visit(address);
  return new URL(await visit(await visit(form, choice))).searchParams;
}

const failureOf = (promise: Promise<unknown>) => promise.then(() => undefined, readFailure);

describe('with the local issuer', () => {
  it('asks for a code with PKCE, state and nonce of its own each time', async () => {
    const [one, other] = [await issuer.begin('#/check'), await issuer.begin('')];
    const query = new URL(one.address).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      ...{ client_id: 'desk-client', redirect_uri: page, response_type: 'code', scope: settings.scope },
      ...{ code_challenge_method: 'S256', state: one.attempt.state, nonce: one.attempt.nonce },
    });
    expect(one.attempt.place).toBe('#/check');
    expect(query.get('code_challenge')).not.toBe(one.attempt.verifier);
    for (const name of ['state', 'nonce', 'verifier'] as const) expect(one.attempt[name]).not.toBe(other.attempt[name]);
  });

  it('asks for no nonce where no ID token comes', async () => {
    const { address, attempt } = await createIssuer({ ...settings, issuer: url, scope: 'profile' }, page).begin('');
    expect(attempt.nonce).toBeUndefined();
    expect(new URL(address).searchParams.has('nonce')).toBe(false);
  });

  it('has tokens for the code, once, and new ones for the refresh token', async () => {
    const { address, attempt } = await issuer.begin('');
    const answer = await atIssuer(address);
    const tokens = await issuer.finish(answer, attempt);
    expect(tokens).toMatchObject({ sub: 'ned', expires_in: 3600 });
    const renewed = await issuer.refresh(tokens.refresh_token ?? '');
    expect(renewed.sub).toBe('ned');
    expect(decodeJwt(renewed.access_token).jti).not.toBe(decodeJwt(tokens.access_token).jti);
    expect(await failureOf(issuer.finish(answer, attempt))).toMatchObject({ kind: 'refused', error: 'invalid_grant' });
  });

  it('uses no code of an answer to another state', async () => {
    const { address, attempt } = await issuer.begin('');
    const answer = await atIssuer(address);
    expect(await failureOf(issuer.finish(answer, { ...attempt, state: 'other' }))).toEqual({ kind: 'unusable' });
    expect((await issuer.finish(answer, attempt)).sub).toBe('ned');
  });

  it('does not take an ID token that was made for another sign-in', async () => {
    const { address, attempt } = await issuer.begin('');
    const answer = await atIssuer(address);
    expect(await failureOf(issuer.finish(answer, { ...attempt, nonce: 'other' }))).toEqual({ kind: 'unusable' });
  });

  it('tells what the issuer says of a sign-in that was cancelled', async () => {
    const { address, attempt } = await issuer.begin('');
    const answer = await atIssuer(address, { cancel: 'yes' });
    expect(await failureOf(issuer.finish(answer, attempt))).toEqual({
      ...{ kind: 'refused', error: 'access_denied', description: 'The sign-in was cancelled.' },
    });
  });

  it('tells that a refresh token is no longer good', async () => {
    expect(await failureOf(issuer.refresh('gone'))).toMatchObject({ kind: 'refused', error: 'invalid_grant' });
  });

  it('signs out at the issuer’s place, by ID token or client', async () => {
    const queryOf = async (idToken?: string) =>
      Object.fromEntries(new URL((await issuer.signOutAddress(idToken)) ?? '').searchParams);
    expect(await queryOf('i')).toEqual({ id_token_hint: 'i', post_logout_redirect_uri: page });
    expect(await queryOf()).toEqual({ client_id: 'desk-client', post_logout_redirect_uri: page });
  });
});

describe('with an issuer in trouble', () => {
  type Says = (url: string, path: string) => { status?: number; body: unknown };
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close().closeAllConnections();
  });

  /** An issuer that answers what the test wants. */
  async function issuerSaying(says: Says): Promise<Issuer> {
    const server = createServer(({ url: path = '' }, response) => {
      const { status = 200, body } = says(here, path);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
    servers.push(server);
    await new Promise<void>((open) => server.listen(0, 'localhost', open));
    const here = `http://localhost:${(server.address() as AddressInfo).port}`;
    return createIssuer({ ...settings, issuer: here }, page);
  }
  const begin = async (says: Says) => failureOf((await issuerSaying(says)).begin(''));

  it.each([
    ['a fault', 503, 'down', 'unreachable'],
    ['no such place', 404, '', 'unusable'],
    ['no JSON', 200, '<html>', 'unusable'],
    ['another issuer’s document', 200, { issuer: 'https://example.com' }, 'unusable'],
  ])('tells of %s', async (_, status, body, kind) => {
    expect(await begin(() => ({ status, body }))).toEqual({ kind });
  });

  it.each([
    ['an ID token of two parts', { id_token: 'a.b' }],
    ['an ID token that is no text', { id_token: 'eyJhbGciOiJSUzI1NiJ9.%%%.c' }],
    ['an ID token without a signature', { id_token: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['a token of another kind', { token_type: 'mac' }],
    ['an end that is no number', { expires_in: 'soon' }],
  ])('takes %s for no answer', async (_, change) => {
    const token = { access_token: 'a', token_type: 'Bearer', ...change };
    const says = (issuer: string, path: string) =>
      path === '/token' ? { body: token } : { body: { issuer, token_endpoint: `${issuer}/token` } };
    expect(await failureOf((await issuerSaying(says)).refresh('r'))).toEqual({ kind: 'unusable' });
  });

  it('tells that nobody answers', async () => {
    const closed = await openPort(0);
    await closed.stop();
    const gone = createIssuer({ ...settings, issuer: `http://localhost:${closed.port}` }, page);
    expect(await failureOf(gone.begin(''))).toEqual({ kind: 'unreachable' });
  });

  it('speaks without TLS to nobody but localhost', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    for (const other of ['http://issuer.example', 'http://localhost.example', 'http://localhost:1@issuer.example']) {
      expect(await failureOf(createIssuer({ ...settings, issuer: other }, page).begin(''))).toEqual({
        kind: 'unusable',
      });
    }
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('neither sends a token nor the browser to a place without TLS', async () => {
    const elsewhere = 'http://issuer.example/';
    const named = { authorization_endpoint: elsewhere, token_endpoint: elsewhere, end_session_endpoint: elsewhere };
    const says = (issuer: string) => ({ body: { issuer, ...named } });
    expect(await begin(says)).toEqual({ kind: 'unusable' });
    expect(await failureOf((await issuerSaying(says)).refresh('r'))).toEqual({ kind: 'unusable' });
    expect(await failureOf((await issuerSaying(says)).signOutAddress('i'))).toEqual({ kind: 'unusable' });
  });

  it('knows of an issuer that it has no place to sign out', async () => {
    expect(await (await issuerSaying((issuer) => ({ body: { issuer } }))).signOutAddress('i')).toBeUndefined();
  });
});
