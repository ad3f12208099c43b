import { randomUUID } from 'node:crypto';
import type { Authorized } from './authorizer.ts';

/** An HTTP request as it reaches an origin of the site. */
export interface HttpRequest {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
  sourceIp: string;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  cookies?: string[];
  body: Buffer;
}

export const jsonAnswer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify(body)),
});

/** What is known of the request besides what the caller sent. */
export interface RequestContext {
  apiId: string;
  account: string;
  stage: string;
  host: string;
  routeKey: string;
  parameters: Record<string, string>;
  /** Epoch ms. */
  at: number;
  authorized?: Extract<Authorized, { ok: true }>;
}

const isText = (type: string) =>
  /^text\/|^application\/(json|javascript|xml|x-www-form-urlencoded)|\+json|\+xml/.test(type);

/** The event that a function gets, payload format 2.0. */
export function eventOf(request: HttpRequest, context: RequestContext): Record<string, unknown> {
  const { cookie, ...headers } = request.headers;
  const query = new URLSearchParams(request.query);
  const names = [...new Set(query.keys())];
  const text = request.body.length === 0 || isText(headers['content-type'] ?? 'application/json');
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(names.length
      ? { queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).join(',')])) }
      : {}),
    requestContext: {
      accountId: context.account,
      apiId: context.apiId,
      ...(context.authorized
        ? { authorizer: { jwt: { claims: context.authorized.claims, scopes: context.authorized.scopes } } }
        : {}),
      domainName: context.host,
      domainPrefix: context.apiId,
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: context.routeKey,
      stage: context.stage,
      time: new Date(context.at).toUTCString(),
      timeEpoch: context.at,
    },
    ...(Object.keys(context.parameters).length ? { pathParameters: context.parameters } : {}),
    ...(request.body.length ? { body: request.body.toString(text ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: request.body.length > 0 && !text,
  };
}

/**
 * What a function's answer becomes. One without `statusCode` is the body of a 200, as API Gateway infers it; one with a
 * wrong shape is API Gateway's own error.
 */
export function answerOf(payload: unknown): HttpAnswer {
  const given = typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : undefined;
  if (given?.statusCode === undefined) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(asText(payload)) };
  }
  const status = Number(given.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return internalError();
  const headers = Object.entries((given.headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  const body = Buffer.from(asText(given.body), given.isBase64Encoded === true ? 'base64' : 'utf8');
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(headers) },
    cookies: Array.isArray(given.cookies) ? given.cookies.map(String) : undefined,
    body,
  };
}

export const internalError = () => jsonAnswer(500, { message: 'Internal Server Error' });

const asText = (value: unknown) =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
