import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { passTime } from '../../local/connect/clock.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { loadSample } from '../../local/sample/index.ts';

describe('a desk of the whole template', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({
      assembly: inject('assembly'),
      deskPort: 0,
      instancePort: 0,
      clock: 'free',
      sample: loadSample,
    });
  });
  afterAll(() => desk.stop());
  const api = async (path: string, username?: string, init: RequestInit = {}) => {
    const headers = {
      'content-type': 'application/json',
      ...(username ? { authorization: await desk.token(username) } : {}),
    };
    const answer = await fetch(desk.deskUrl + path, { ...init, headers });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('serves the page under its policy, whatever the path, and its settings with local addresses', async () => {
    for (const path of ['/', '/people/p-1', '/cti.do']) {
      const page = await fetch(desk.deskUrl + path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<title>Deskline</title>');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`frame-src ${desk.instanceUrl};`);
      expect(policy).not.toContain('amazonaws.com');
    }
    const config = (await (await fetch(`${desk.deskUrl}/config.json`)).json()) as Record<string, string>;
    expect(config).toMatchObject({ issuer: `${desk.instanceUrl}/issuer`, ccpUrl: `${desk.instanceUrl}/ccp-v2/` });
    expect(JSON.stringify(config)).not.toMatch(/<<marker|amazonaws|my\.connect\.aws|amazoncognito/);
  });

  it('answers the API for those who are signed in, through distribution, authorizer and function', async () => {
    expect((await api('/api/me')).status).toBe(401);
    expect(await api('/api/me', 'ned')).toMatchObject({
      status: 200,
      body: { username: 'ned', name: 'Ned Marsh', roles: ['agent'] },
    });
    const found = await api('/api/people?telephone=%2B12125550123', 'ned');
    expect(found.status).toBe(200);
    expect((found.body.people as unknown[]).length).toBe(1);
    expect((await api('/api/nowhere', 'ned')).status).toBe(404);
  });

  it('has the agents’ names from its first schedule, and no problem', async () => {
    const [agent] = desk.connect.agents();
    expect(agent?.username).toBeDefined();
    expect((await api('/api/me', 'ned')).body.agentArn).toBe(desk.connect.agent('ned')?.arn);
    expect(desk.problems()).toEqual([]);
  });

  it('knows an agent as signed in from the softphone’s first token to the sign-out', async () => {
    const told: string[] = [];
    desk.onEvent(({ source, detail }) => {
      if (source === 'deskline') told.push(`${Object(detail).username} ${Object(detail).presence.type}`);
    });
    const cookies = new Map<string, string>();
    const get = async (url: string, form?: Record<string, string>) => {
      const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
      const body = form && new URLSearchParams(form);
      const answer = await fetch(url, { method: form ? 'POST' : 'GET', body, headers, redirect: 'manual' });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      return { status: answer.status, to: new URL(answer.headers.get('location') ?? '', url).href };
    };
    const config = (await (await fetch(`${desk.deskUrl}/config.json`)).json()) as Record<string, string>;
    const query = new URLSearchParams({
      ...{ client_id: config.clientId ?? '', redirect_uri: `${desk.deskUrl}/`, response_type: 'code' },
      ...{ scope: config.scope ?? '', code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' },
    });
    const page = await get(`${config.issuer}/auth?${query}`);
    await get((await get(page.to, { username: 'ned' })).to);
    await passTime(desk, desk.clock, 2_000);
    expect(told).toEqual([]);
    expect((await get(`${desk.instanceUrl}/auth/authorize`)).status).toBe(200);
    await passTime(desk, desk.clock, 2_000);
    expect(told).toEqual(['ned offline']);
    desk.connect.act('ned', { operation: 'PutAgentState', params: { state: { name: 'Available' } } });
    await passTime(desk, desk.clock, 2_000);
    await get(`${desk.instanceUrl}/logout`);
    await passTime(desk, desk.clock, 2_000);
    expect(told).toEqual(['ned offline', 'ned available', 'ned offline']);
  });

  it('serves the instance’s own pages beside the issuer', async () => {
    expect((await fetch(`${desk.instanceUrl}/phone`)).status).toBe(200);
    expect((await fetch(`${desk.instanceUrl}/issuer/.well-known/openid-configuration`)).status).toBe(200);
    expect((await fetch(`${desk.instanceUrl}/nothing`)).status).toBe(404);
  });
});

describe('starting a desk', () => {
  it('says in one line that a port is taken, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const options = { assembly: inject('assembly'), deskPort: 0, instancePort: port, clock: 'free' } as const;
    await expect(startDesk(options)).rejects.toThrow(`port ${port} is in use`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('says what to run when there is no assembly', async () => {
    const options = { assembly: '/nowhere', deskPort: 0, instancePort: 0, clock: 'free' } as const;
    await expect(startDesk(options)).rejects.toThrow('/nowhere holds no cloud assembly: run `npm run synth` first');
  });
});
