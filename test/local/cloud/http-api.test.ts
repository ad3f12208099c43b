import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHttpApi } from '../../../local/cloud/http-api/api.ts';
import { authorize } from '../../../local/cloud/http-api/authorizer.ts';
import type { HttpRequest } from '../../../local/cloud/http-api/payload.ts';
import { answerOf } from '../../../local/cloud/http-api/payload.ts';
import { findRoute, parseRouteKey } from '../../../local/cloud/http-api/routes.ts';
import { createProblems, localPlace } from '../../../local/cloud/types.ts';
import { createClock } from '../../../local/connect/clock.ts';
import type { Functions } from '../../../local/ports.ts';

const issuer = 'http://localhost:1/issuer';
const authorizer = { issuer, audience: ['desk'], identitySource: '$request.header.Authorization' };
let keys: CryptoKeyPair;
let otherKeys: CryptoKeyPair;
beforeAll(async () => {
  [keys, otherKeys] = (await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])) as [
    CryptoKeyPair,
    CryptoKeyPair,
  ];
});
const token = (change: JWTPayload = {}, by = keys) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    client_id: 'desk',
    username: 'ned',
    'cognito:groups': ['agent', 'admin'],
    scope: 'openid',
  };
  return new SignJWT({ ...claims, iat: now, exp: now + 60, ...change })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(by.privateKey);
};
const check = (header: string | undefined, scopes: string[] = []) =>
  authorize(authorizer, header, scopes, () => keys.publicKey);

describe('route selection', () => {
  const routes = [
    'ANY /api/{proxy+}',
    'GET /api/people/{id}',
    'GET /api/people/me',
    'ANY /api/people/{id}',
    '$default',
  ].map((key) => ({ pattern: parseRouteKey(key) }));
  it.each([
    ['GET', '/api/people/me', 'GET /api/people/me', {}],
    ['GET', '/api/people/a%20b', 'GET /api/people/{id}', { id: 'a b' }],
    ['POST', '/api/people/7', 'ANY /api/people/{id}', { id: '7' }],
    ['GET', '/api/people/7/requests', 'ANY /api/{proxy+}', { proxy: 'people/7/requests' }],
    ['GET', '/api/', '$default', {}],
    ['GET', '/elsewhere', '$default', {}],
  ])('%s %s', (method, path, key, parameters) => {
    const found = findRoute(routes, method, path);
    expect(found?.route.pattern.key).toBe(key);
    expect(found?.parameters).toEqual(parameters);
  });
  it('finds nothing without a default', () => {
    expect(findRoute([{ pattern: parseRouteKey('GET /a') }], 'POST', '/a')).toBeUndefined();
  });
});

describe('the JWT authorizer', () => {
  it('takes a good token, with or without Bearer, and gives claims as text', async () => {
    const good = await token();
    for (const header of [good, `Bearer ${good}`, `bearer ${good}`]) {
      expect(await check(header)).toMatchObject({
        ok: true,
        claims: { username: 'ned', 'cognito:groups': '[agent admin]' },
        scopes: null,
      });
    }
  });
  it.each<[why: string, make: () => Promise<string | undefined> | string | undefined]>([
    ['no token', () => undefined],
    ['no JWT', () => 'Bearer nonsense'],
    ['a bad signature', () => token({}, otherKeys)],
    [
      'a changed payload',
      async () => (await token()).replace(/\.(.)/, (_all, first) => `.${first === 'e' ? 'f' : 'e'}`),
    ],
    ['a wrong issuer', () => token({ iss: 'http://localhost:1/other' })],
    ['an expired token', () => token({ exp: 1 })],
    ['a token of the future', () => token({ nbf: Math.floor(Date.now() / 1000) + 600 })],
    ['a token without end', () => token({ exp: undefined })],
    ['a wrong client', () => token({ client_id: 'somebody' })],
    ['a wrong audience beside the right client', () => token({ aud: 'somebody' })],
    [
      'no signature at all',
      async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await token()).split('.')[1]}.`,
    ],
    [
      'a secret instead of a key',
      () =>
        new SignJWT({ iss: issuer, client_id: 'desk' })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(new Uint8Array(32)),
    ],
  ])('refuses %s', async (_why, make) => {
    expect(await check(await make())).toMatchObject({ ok: false, status: 401 });
  });
  it('asks for one of the route’s scopes', async () => {
    expect(await check(await token(), ['desk/read'])).toMatchObject({ ok: false, status: 403 });
    expect(await check(await token({ scope: 'openid desk/read' }), ['desk/read'])).toMatchObject({
      ok: true,
      scopes: ['desk/read'],
    });
  });
});

describe('an HTTP API', () => {
  const heard: { arn: string; event: unknown; caller: unknown }[] = [];
  const functions: Functions = {
    async invoke(arn, event, caller) {
      heard.push({ arn, event, caller });
      const failed = {
        functionName: 'f',
        requestId: 'r',
        at: 0,
        ms: 0,
        outcome: 'error',
        requests: 0,
        read: 0,
        write: 0,
      } as const;
      if (JSON.stringify(event).includes('/api/broken')) return { invocation: failed };
      return {
        invocation: { ...failed, outcome: 'ok' },
        payload: { statusCode: 201, headers: { 'X-A': 'b' }, body: '{"a":1}' },
      };
    },
    onInvocation: () => undefined,
  };
  const problems = createProblems();
  const place = localPlace({ stackName: 'test' });
  const api = createHttpApi('abc', {
    functions,
    clock: createClock({ mode: 'real' }),
    place,
    problems,
    keys: () => () => keys.publicKey,
  });
  api.addAuthorizer('jwt', authorizer);
  api.addIntegration('desk', 'arn:aws:lambda:us-east-1:000000000000:function:desk-api');
  api.addRoute('ANY /api/{proxy+}', { integrationId: 'desk', authorizerId: 'jwt', scopes: [] });
  api.setStage('$default');
  const ask = async (change: Partial<HttpRequest>, authorization?: string) =>
    api.handle({
      ...{ method: 'GET', path: '/api/people', query: 'a=1&a=2&b=x%20y', body: Buffer.alloc(0), sourceIp: '127.0.0.1' },
      headers: { host: api.host, ...(authorization ? { authorization } : {}) },
      ...change,
    });

  it('hands a request over as payload 2.0 and its answer back', async () => {
    const answer = await ask({
      method: 'POST',
      body: Buffer.from('{"s":1}'),
      headers: { host: api.host, authorization: await token(), 'content-type': 'application/json', cookie: 'a=1; b=2' },
    });
    expect([answer.status, answer.headers['x-a'], answer.body.toString()]).toEqual([201, 'b', '{"a":1}']);
    expect(heard.at(-1)?.event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/{proxy+}',
      rawPath: '/api/people',
      rawQueryString: 'a=1&a=2&b=x%20y',
      queryStringParameters: { a: '1,2', b: 'x y' },
      cookies: ['a=1', 'b=2'],
      pathParameters: { proxy: 'people' },
      body: '{"s":1}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/api/people' },
        authorizer: { jwt: { claims: { username: 'ned' }, scopes: null } },
      },
    });
    expect(heard.at(-1)?.caller).toEqual({
      principal: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:abc/$default/*/api/{proxy+}',
    });
  });
  it('answers in API Gateway’s words what it does not hand over', async () => {
    const unsigned = await ask({});
    expect([unsigned.status, unsigned.body.toString()]).toEqual([401, '{"message":"Unauthorized"}']);
    const elsewhere = await ask({ path: '/elsewhere' }, await token());
    expect([elsewhere.status, elsewhere.body.toString()]).toEqual([404, '{"message":"Not Found"}']);
    const foreign = await ask({ headers: { host: 'localhost:4000', authorization: await token() } });
    expect([foreign.status, foreign.body.toString()]).toEqual([403, '{"message":"Forbidden"}']);
    const broken = await ask({ path: '/api/broken' }, await token());
    expect([broken.status, broken.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });
  it('infers an answer from what is not one, and refuses a wrong one', () => {
    expect(answerOf({ a: 1 })).toMatchObject({ status: 200, body: Buffer.from('{"a":1}') });
    expect(answerOf('text')).toMatchObject({ status: 200, body: Buffer.from('text') });
    expect(answerOf({ statusCode: 200, body: 'aGk=', isBase64Encoded: true }).body.toString()).toBe('hi');
    expect(answerOf({ statusCode: 'no' }).status).toBe(500);
  });
});
