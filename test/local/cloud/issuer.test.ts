import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorize, issuerKeys } from '../../../local/cloud/http-api/authorizer.ts';
import { createIssuer, type Issuer } from '../../../local/cloud/issuer/issuer.ts';
import { createSignIns } from '../../../local/cloud/issuer/sign-ins.ts';
import { type OpenPort, openPort } from '../../../local/cloud/site/server.ts';

const desk = 'http://localhost:4000';
const clientId = 'desk-client';
const verifier = randomBytes(32).toString('base64url');

/** What a browser does: keeps cookies, follows nothing by itself. */
function browser() {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async get(url: string, form?: Record<string, string>) {
      const answer = await fetch(url, {
        method: form ? 'POST' : 'GET',
        body: form && new URLSearchParams(form),
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        redirect: 'manual',
      });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      return { status: answer.status, location: location && new URL(location, url).href, text: await answer.text() };
    },
  };
}

describe('the local issuer', () => {
  let port: OpenPort;
  let issuer: Issuer;
  const opened: string[] = [];
  const faults: string[] = [];
  const signIns = createSignIns();
  beforeAll(async () => {
    port = await openPort(0);
    issuer = createIssuer({
      url: `http://localhost:${port.port}/issuer`,
      settings: {
        ...{ clientId, redirectUris: [desk], logoutUris: [desk], scopes: ['openid', 'profile', 'email'] },
        groupsClaim: 'cognito:groups',
      },
      signIns,
      openSession: (username) => {
        opened.push(username);
        return `deskline-instance=${username}; Path=/; HttpOnly`;
      },
      fault: (message) => faults.push(message),
    });
    port.serve((request, response) => {
      if (!issuer.handle(request, response)) response.writeHead(404).end();
    });
    signIns.add({ username: 'ned', name: 'Ned <b>Marsh</b>', groups: ['agent'], email: 'ned@example.com' });
  });
  afterAll(() => port.stop());

  const authorization = (change: Record<string, string | undefined> = {}) => {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = {
      ...{ client_id: clientId, redirect_uri: desk, response_type: 'code', scope: 'openid profile email', state: 's' },
      ...{ code_challenge: challenge, code_challenge_method: 'S256', ...change },
    };
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `${issuer.url}/auth?${new URLSearchParams(given)}`;
  };
  const tokens = async (body: Record<string, string>) => {
    const headers = { origin: desk };
    const answer = await fetch(`${issuer.url}/token`, { method: 'POST', headers, body: new URLSearchParams(body) });
    return { answer, body: (await answer.json()) as Record<string, string> };
  };
  const signIn = async (user: ReturnType<typeof browser>) => {
    const page = (await user.get(authorization())).location ?? '';
    const resume = (await user.get(page, { username: 'ned' })).location ?? '';
    const back = new URL((await user.get(resume)).location ?? '');
    return { page, back };
  };

  it('signs a person in with PKCE and opens the instance’s session', async () => {
    const user = browser();
    const { back } = await signIn(user);
    expect(back.origin).toBe(desk);
    expect(back.searchParams.get('state')).toBe('s');
    expect(opened).toEqual(['ned']);
    expect(user.cookies.get('deskline-instance')).toBe('ned');

    const code = back.searchParams.get('code') ?? '';
    const grant = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: desk,
      client_id: clientId,
      code_verifier: verifier,
    };
    const { answer, body } = await tokens(grant);
    expect(answer.headers.get('access-control-allow-origin')).toBe(desk);
    const claims = decodeJwt(body.access_token ?? '');
    expect(claims).toMatchObject({
      ...{ iss: issuer.url, client_id: clientId, username: 'ned', 'cognito:groups': ['agent'], token_use: 'access' },
      scope: 'openid profile email',
    });
    expect(claims.aud).toBeUndefined();
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({
      aud: clientId,
      name: 'Ned <b>Marsh</b>',
      email: 'ned@example.com',
    });

    const refreshed = await tokens({
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token ?? '',
      client_id: clientId,
    });
    expect(decodeJwt(refreshed.body.access_token ?? '')).toMatchObject({ username: 'ned', token_use: 'access' });

    const authorizer = { issuer: issuer.url, audience: [clientId], identitySource: '' };
    for (const token of [body.access_token, await issuer.token('NED')]) {
      expect(await authorize(authorizer, token, [], issuerKeys(issuer.url))).toMatchObject({
        ok: true,
        claims: { username: 'ned' },
      });
    }
    expect((await tokens({ ...grant, code_verifier: 'wrong' })).answer.status).toBe(400);
  });

  it('shows everybody as a button, with names as text only', async () => {
    const user = browser();
    const { text } = await user.get((await user.get(authorization())).location ?? '');
    expect(text).toContain('Ned &#60;b&#62;Marsh');
    expect(text).not.toContain('<b>');
    expect(text).toContain('Someone else');
  });

  it.each([['mallory'], ['']])('refuses in words whom nobody added: "%s"', async (username) => {
    const user = browser();
    const page = (await user.get(authorization())).location ?? '';
    const { status, text, location } = await user.get(page, { username });
    expect([status, location]).toEqual([403, null]);
    expect(text).toContain('role="alert"');
    expect(text).toContain('may not sign in to this desk');
    expect(opened).toEqual(['ned']);
    await expect(issuer.token(username)).rejects.toThrow('may not sign in');
  });

  it('goes back to the desk when the sign-in is cancelled', async () => {
    const user = browser();
    const page = (await user.get(authorization())).location ?? '';
    const resume = (await user.get(page, { cancel: 'yes' })).location ?? '';
    const back = new URL((await user.get(resume)).location ?? '');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('error_description')).toBe('The sign-in was cancelled.');
  });

  it('lets nobody continue a sign-in of another browser', async () => {
    const page = (await browser().get(authorization())).location ?? '';
    expect((await browser().get(page, { username: 'ned' })).status).toBe(400);
  });

  it('goes only where the client may go, and only with PKCE', async () => {
    expect((await browser().get(authorization({ redirect_uri: 'http://localhost:9' }))).status).toBe(400);
    const back = (await browser().get(authorization({ code_challenge: undefined, code_challenge_method: undefined })))
      .location;
    expect(new URL(back ?? '').searchParams.get('error')).toBe('invalid_request');
  });

  it('signs out as Cognito does', async () => {
    const user = browser();
    await signIn(user);
    expect((await user.get(authorization())).location).toContain(`${desk}/?code=`);
    const out = `${issuer.url}/logout?client_id=${clientId}&logout_uri=`;
    expect((await user.get(out + encodeURIComponent('http://localhost:9'))).status).toBe(400);
    expect(await user.get(out + encodeURIComponent(desk))).toMatchObject({ status: 302, location: `${desk}/` });
    expect((await user.get(authorization())).location).toContain('/issuer/interaction/');
    expect(faults).toEqual([]);
  });
});
