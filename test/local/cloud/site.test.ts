import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../../../local/cloud/http-api/payload.ts';
import { createBucket } from '../../../local/cloud/site/bucket.ts';
import { bucketOrigin } from '../../../local/cloud/site/bucket-origin.ts';
import { deploy } from '../../../local/cloud/site/deployment.ts';
import { type Behaviour, createDistribution } from '../../../local/cloud/site/distribution.ts';
import { edgeFunction } from '../../../local/cloud/site/edge-function.ts';
import { forwarded, forwardingOf } from '../../../local/cloud/site/forwarding.ts';
import { headersPolicy } from '../../../local/cloud/site/headers-policy.ts';
import { createOrigins } from '../../../local/cloud/template/origins.ts';

const managed = {
  cachingDisabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  cachingOptimized: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  allViewerExceptHost: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
};
const request = (path: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  ...{ method: 'GET', path, query: 'a=1', body: Buffer.alloc(0), sourceIp: '127.0.0.1' },
  headers: { host: 'localhost:4000', authorization: 'Bearer t', cookie: 'c=1', 'content-type': 'application/json' },
  ...change,
});

describe('a distribution', () => {
  const seen: HttpRequest[] = [];
  const api = async (got: HttpRequest): Promise<HttpAnswer> => {
    seen.push(got);
    return { status: 404, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') };
  };
  const bucket = createBucket('files');
  bucket.put('index.html', { content: Buffer.from('the page'), headers: { 'content-type': 'text/html' } });
  bucket.put('assets/a b.js', { content: Buffer.from('code'), headers: { 'content-type': 'text/javascript' } });
  const pages: Behaviour = {
    ...{ pathPattern: '*', originHost: 'bucket', originPath: '', methods: ['GET', 'HEAD'] },
    viewerRequest: edgeFunction(
      'paths',
      `function handler(event) {
         var request = event.request;
         if (request.uri === '/old') return { statusCode: 301, headers: { location: { value: '/new' } } };
         if (request.uri.indexOf('/assets/') !== 0) request.uri = '/index.html';
         return request;
       }`,
    ),
    forwarding: forwardingOf({ CachePolicyId: managed.cachingOptimized }),
    responseHeaders: headersPolicy({
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
      },
      CustomHeadersConfig: { Items: [{ Header: 'Content-Type', Value: 'x/y', Override: false }] },
    }),
  };
  const calls: Behaviour = {
    ...{ pathPattern: '/api/*', originHost: 'api.example', originPath: '', methods: ['GET', 'POST'] },
    forwarding: forwardingOf({
      CachePolicyId: managed.cachingDisabled,
      OriginRequestPolicyId: managed.allViewerExceptHost,
    }),
    responseHeaders: (same) => same,
  };
  const distribution = createDistribution('d1.cloudfront.net', [calls, pages], 'index.html', (host) =>
    host === 'bucket' ? bucketOrigin(bucket) : host === 'api.example' ? api : undefined,
  );
  const get = async (path: string, change?: Partial<HttpRequest>) => {
    const { status, headers, body } = await distribution.handle(request(path, change));
    return { status, headers, text: body.toString() };
  };

  it('serves the page for every path that the function rewrites, with the policy’s headers', async () => {
    for (const path of ['/', '/people/7', '/cti.do']) {
      expect(await get(path)).toEqual({
        status: 200,
        text: 'the page',
        headers: {
          'content-type': 'text/html',
          'content-security-policy': "default-src 'self'",
          'x-frame-options': 'DENY',
        },
      });
    }
  });
  it('serves files, and refuses those that are not there as a private bucket does', async () => {
    expect((await get('/assets/a%20b.js')).text).toBe('code');
    expect(await get('/assets/none.js')).toMatchObject({ status: 403, headers: { 'content-type': 'application/xml' } });
  });
  it('lets the function answer', async () => {
    expect(await get('/old')).toMatchObject({ status: 301, headers: { location: '/new' } });
  });
  it('passes the API’s own status on, and the token but not the viewer’s host to it', async () => {
    expect((await get('/api/people')).status).toBe(404);
    expect(seen.at(-1)).toMatchObject({
      path: '/api/people',
      query: 'a=1',
      headers: { host: 'api.example', authorization: 'Bearer t', cookie: 'c=1' },
    });
  });
  it('refuses a method that the behaviour does not allow', async () => {
    expect((await get('/api/people', { method: 'DELETE' })).status).toBe(403);
    expect((await get('/', { method: 'POST' })).status).toBe(403);
  });
});

describe('forwarding', () => {
  it('drops the token when no policy forwards it, as CloudFront does', () => {
    const got = forwarded(request('/'), forwardingOf({ CachePolicyId: managed.cachingDisabled }), 'api.example');
    expect(got.headers).toEqual({
      host: 'api.example',
      'content-type': 'application/json',
      'x-forwarded-for': '127.0.0.1',
    });
    expect(got.query).toBe('');
  });
  it('names a policy that is not emulated', () => {
    expect(() => forwardingOf({ CachePolicyId: 'mine' })).toThrow('not emulated: the cache policy mine');
  });
});

describe('a CloudFront function', () => {
  it('must have a handler and may not run for ever, nor reach Node', async () => {
    expect(() => edgeFunction('f', 'var x = 1;')).toThrow('f has no function handler');
    await expect(edgeFunction('f', 'function handler() { for (;;) {} }')(request('/'))).rejects.toThrow('timed out');
    await expect(edgeFunction('f', 'function handler() { return process; }')(request('/'))).rejects.toThrow('process');
  });
});

describe('a bucket deployment', () => {
  const root = mkdtempSync(join(tmpdir(), 'desk-deploy-'));
  const asset = (key: string) => join(root, key);
  beforeAll(() => {
    for (const folder of ['page', 'config']) mkdirSync(join(root, folder, 'sub'), { recursive: true });
    writeFileSync(join(root, 'page', 'index.html'), 'from page');
    writeFileSync(join(root, 'page', 'config.json'), '{}');
    writeFileSync(join(root, 'page', 'sub', 'a.css'), 'a');
    writeFileSync(
      join(root, 'config', 'config.json'),
      '{"name":"<<m:0>>","url":"https://desk.my.connect.aws/ccp-v2/"}',
    );
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const origins = createOrigins({
    site: 'http://localhost:1',
    instance: 'http://localhost:2',
    issuer: 'http://localhost:2/issuer',
  });

  it('lays sources over each other, fills markers in, translates origins and sets headers', async () => {
    const bucket = createBucket('b');
    bucket.put('stale.html', { content: Buffer.from(''), headers: {} });
    deploy(
      {
        SourceObjectKeys: ['page', 'config'],
        SourceMarkers: [{}, { '<<m:0>>': 'a "b"' }],
        SourceMarkersConfig: [{}, { jsonEscape: 'true' }],
        SystemMetadata: { 'cache-control': 'no-cache' },
        Prune: 'true',
      },
      ...([bucket, asset, origins] as const),
    );
    expect(bucket.keys().sort()).toEqual(['config.json', 'index.html', 'sub/a.css']);
    const config = await bucket.get('config.json');
    expect(JSON.parse(config?.body.toString() ?? '')).toEqual({ name: 'a "b"', url: 'http://localhost:2/ccp-v2/' });
    expect((await bucket.get('sub/a.css'))?.headers).toEqual({
      'content-type': 'text/css',
      'cache-control': 'no-cache',
    });
  });
  it('keeps to its prefix and filters, and prunes nothing unless told', async () => {
    const bucket = createBucket('b');
    bucket.put('other', { content: Buffer.from(''), headers: {} });
    deploy(
      {
        SourceObjectKeys: ['page'],
        DestinationBucketKeyPrefix: 'assets/',
        Prune: 'false',
        Exclude: ['*'],
        Include: ['*.css'],
      },
      ...([bucket, asset, origins] as const),
    );
    expect(bucket.keys().sort()).toEqual(['assets/sub/a.css', 'other']);
  });
});
