import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createFakeConnect, serviceDesk } from './fake-connect.ts';
import { realClock, type Served, served } from './served.ts';

let fake: ReturnType<typeof createFakeConnect>;
let instance: Served;
beforeEach(async () => {
  fake = createFakeConnect(realClock.now);
  instance = await served(fake.connect, realClock);
});
afterEach(() => instance.close());

/** One request of the worker. */
async function ask(operation: string, params: object = {}, token = instance.sessions.token('ned').accessToken) {
  const answer = await fetch(`${instance.url}/connect/api`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': `AmazonConnectCTIService.${operation}`,
      'X-Amz-Bearer': token,
    },
    body: JSON.stringify({ authentication: { authToken: token }, ...params }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('the CTI endpoint', () => {
  it.each([
    ['GetAgentConfiguration', {}, ['configuration']],
    ['GetAgentPermissions', {}, ['permissions']],
    ['GetAgentStates', {}, ['states']],
    ['GetDialableCountryCodes', {}, ['countryCodes']],
    ['GetRoutingProfileQueues', { routingProfileARN: 'r' }, ['queues']],
    ['GetEndpoints', { queueARNs: [] }, ['endpoints']],
    ['GetAgentSnapshot', {}, ['nextToken', 'snapshot']],
    ['GetNewAuthToken', { refreshToken: 'r' }, ['expirationDateTime', 'newAuthToken']],
    ['SendClientLogs', { logEvents: [] }, []],
  ])('answers %s in its shape', async (operation, params, members) => {
    const { status, body } = await ask(operation, params);
    expect([status, Object.keys(body).sort()]).toEqual([200, members]);
  });

  it('lists the quick connects of the queues that were asked for', async () => {
    const { body } = await ask('GetEndpoints', { queueARNs: [serviceDesk.arn] });
    expect(body.endpoints).toEqual([
      {
        ...{ type: 'agent', name: 'Beth Sample', agentLogin: 'beth' },
        endpointARN: expect.stringContaining('transfer-destination'),
      },
    ]);
  });

  it('hands every other operation to the instance, without the credentials', async () => {
    expect(await ask('PutAgentState', { state: { name: 'Offline', type: 'offline' } })).toEqual({
      status: 200,
      body: {},
    });
    expect(fake.acted).toEqual([
      { username: 'ned', operation: 'PutAgentState', params: { state: { name: 'Offline', type: 'offline' } } },
    ]);
  });

  it('answers a refusal with 400 and its type', async () => {
    expect(await ask('AcceptContact', { contactId: 'gone' })).toEqual({
      status: 400,
      body: { __type: 'InvalidStateException', message: 'Invalid contact state.' },
    });
  });

  it('answers 401 to a token that is unknown or signed out', async () => {
    expect((await ask('GetAgentStates', {}, 'guess')).body.__type).toBe('UnauthorizedException');
    const { accessToken } = instance.sessions.token('ned');
    instance.sessions.end('ned');
    expect((await ask('GetAgentStates', {}, accessToken)).status).toBe(401);
  });

  it('answers 403 to a user who is no agent', async () => {
    const { accessToken } = instance.sessions.token('sue');
    expect(await ask('GetAgentStates', {}, accessToken)).toMatchObject({
      status: 403,
      body: { __type: 'AccessDeniedException', message: "'sue' is no agent of this instance." },
    });
  });

  it.each(['', 'not json', '[]', '"text"', 'null'])('survives the body %j', async (body) => {
    const { accessToken } = instance.sessions.token('ned');
    const headers = { 'X-Amz-Target': 'AmazonConnectCTIService.GetAgentStates', 'X-Amz-Bearer': accessToken };
    const answer = await fetch(`${instance.url}/connect/api`, { method: 'POST', headers, body });
    expect(answer.status).toBe(body === '' ? 200 : 400);
  });

  it('does not take the names that every object has for operations', async () => {
    await ask('constructor');
    expect(fake.acted).toEqual([{ username: 'ned', operation: 'constructor', params: {} }]);
  });
});

describe('the long poll', () => {
  it('waits for a change and then shows it', async () => {
    const { nextToken } = (await ask('GetAgentSnapshot')).body;
    const poll = ask('GetAgentSnapshot', { nextToken, timeout: 30_000 });
    await expect(Promise.race([poll, pause(60, 'waits')])).resolves.toBe('waits');
    fake.ring();
    const { body } = await poll;
    expect(body.snapshot.contacts[0]).toMatchObject({ contactId: 'c1', state: { type: 'connecting' } });
    expect(body.nextToken).not.toBe(nextToken);
  });

  it('answers the same state when its time is over', async () => {
    const { nextToken } = (await ask('GetAgentSnapshot')).body;
    const { body } = await ask('GetAgentSnapshot', { nextToken, timeout: 40 });
    expect(body.nextToken).toBe(nextToken);
  });

  it('answers at once to a token of another time', async () => {
    const { nextToken } = (await ask('GetAgentSnapshot')).body;
    fake.ring();
    expect((await ask('GetAgentSnapshot', { nextToken, timeout: 30_000 })).body.snapshot.contacts).toHaveLength(1);
    const stale = 'before-the-restart.ned.1';
    expect((await ask('GetAgentSnapshot', { nextToken: stale, timeout: 30_000 })).status).toBe(200);
  });

  it('shows the end of a transition, not its middle', async () => {
    const { nextToken } = (await ask('GetAgentSnapshot')).body;
    const poll = ask('GetAgentSnapshot', { nextToken, timeout: 30_000 });
    await pause(60, 'open');
    fake.ring();
    fake.change({ contacts: [] });
    expect((await poll).body.snapshot.contacts).toEqual([]);
  });

  it('survives a worker that goes away in the middle', async () => {
    const { nextToken } = (await ask('GetAgentSnapshot')).body;
    const gone = new AbortController();
    const poll = fetch(`${instance.url}/connect/api`, {
      method: 'POST',
      headers: {
        'X-Amz-Target': 'AmazonConnectCTIService.GetAgentSnapshot',
        'X-Amz-Bearer': instance.sessions.token('ned').accessToken,
      },
      body: JSON.stringify({ nextToken, timeout: 30_000 }),
      signal: gone.signal,
    });
    await pause(60, 'open');
    gone.abort();
    await expect(poll).rejects.toThrow();
    fake.ring();
    expect((await ask('GetAgentSnapshot')).body.snapshot.contacts).toHaveLength(1);
  });
});

describe('the worker’s websocket', () => {
  it('answers heartbeats and subscriptions, and ignores what it does not know', async () => {
    const { body } = await ask('CreateTransport', { transportType: 'web_socket' });
    const { url, transportLifeTimeInSeconds } = body.webSocketTransport;
    expect(url).toMatch(/^wss:\/\/localhost:\d+\/connect\/ws\?ticket=/);
    expect(transportLifeTimeInSeconds).toBeGreaterThanOrEqual(300);

    const socket = new WebSocket(url.replace('wss:', 'ws:'));
    const replies: unknown[] = [];
    socket.on('message', (data) => replies.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.on('open', resolve));
    for (const frame of ['not json', '{"topic":"aws/other"}', '{"topic":"aws/heartbeat"}']) socket.send(frame);
    socket.send(JSON.stringify({ topic: 'aws/subscribe', content: { topics: ['aws/softphone'] } }));
    await expect
      .poll(() => replies)
      .toEqual([
        { topic: 'aws/heartbeat', statusCode: 200 },
        { topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/softphone'] } },
      ]);
    socket.terminate();
  });

  it('is refused without a ticket', async () => {
    const socket = new WebSocket(`${instance.url.replace('http:', 'ws:')}/connect/ws`);
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toContain('401');
  });
});

describe('the rest of the instance’s host', () => {
  it('gives tokens to a signed-in agent until the sign-out', async () => {
    const cookie = instance.sessions.open('ned').split(';')[0] ?? '';
    const authorize = () => fetch(`${instance.url}/auth/authorize`, { headers: { cookie } });
    const { accessToken } = await (await authorize()).json();
    expect(instance.sessions.bearer(accessToken)).toBe('ned');
    const logout = await fetch(`${instance.url}/logout`, { headers: { cookie } });
    expect(logout.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await authorize()).status).toBe(401);
  });

  it('tells a signed-in user who is no agent', async () => {
    const cookie = instance.sessions.open('sue').split(';')[0] ?? '';
    const answer = await fetch(`${instance.url}/auth/authorize`, { headers: { cookie } });
    expect([answer.status, (await answer.json()).message]).toEqual([403, "'sue' is no agent of this instance."]);
  });

  it.each([
    ['https://desk.example', "frame-ancestors 'self' https://desk.example"],
    [undefined, "frame-ancestors 'self'"],
  ])('with the referrer %s says who may embed the frame', async (referer, policy) => {
    fake.connect.approvedOrigins = () => ['https://desk.example', "https://x; script-src 'none'"];
    expect(await header('/ccp-v2/', 'content-security-policy', referer ? { referer } : {})).toBe(policy);
  });

  it('serves the library once and then says that it is unchanged', async () => {
    const first = await fetch(`${instance.url}/ccp-v2/streams.js`);
    expect((await first.text()).length).toBeGreaterThan(500_000);
    const again = await fetch(`${instance.url}/ccp-v2/streams.js`, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('leaves other paths to others, and knows what is missing among its own', async () => {
    expect((await fetch(`${instance.url}/issuer`)).headers.get('content-type')).toBeNull();
    const missing = await fetch(`${instance.url}/ccp-v2/../ccp-v2/serve.ts`);
    expect(await missing.json()).toMatchObject({ error: 'not-found' });
  });
});

/** `fetch` sets the referrer by itself, so this asks by hand. */
function header(path: string, name: string, headers: Record<string, string>): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${instance.url}${path}`, { headers }, (res) => {
      res.resume();
      resolve(String(res.headers[name]));
    });
    asked.on('error', reject).end();
  });
}

const pause = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
