import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { type ApiError, apiErrors, type Role } from '../../domain/api.ts';
import { UnknownPage } from './page.ts';
import { parseJson, Refused } from './parse.ts';
import { rolesOf } from './roles.ts';

export interface SignedIn {
  username: string;
  roles: Role[];
}

export interface Request {
  user: SignedIn;
  /** Path parameters, percent-decoded, by the name between braces. */
  path: Record<string, string>;
  query: Record<string, string | undefined>;
  /** The body, checked against a schema. Throws Refused. */
  body<T>(schema: z.ZodMiniType<T>): T;
}

export type Handle = (request: Request) => Promise<{ status?: number; body: unknown }>;

/** `GET /api/people/{id}` → what answers it. Literal segments are written before parameters. */
export type Routes = Record<string, Handle>;

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/**
 * Answers one request of API Gateway's payload 2.0. Who signed in stands in the token, which the API's authorizer has
 * already verified.
 *
 * @param rolesClaim Claim that carries the groups.
 * @param onFault Is told of what was thrown and not meant for the caller.
 */
export async function answer(
  event: HttpEvent,
  routes: Routes,
  rolesClaim: string,
  onFault: (fault: unknown) => void,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    const user = signedIn(event, rolesClaim);
    const { handle, path } = findRoute(routes, event.requestContext.http.method, event.rawPath);
    const query = event.queryStringParameters ?? {};
    const result = await handle({ user, path, query, body: (schema) => parseJson(schema, bodyOf(event)) });
    return json(result.status ?? 200, result.body);
  } catch (thrown) {
    if (thrown instanceof Refused) return refusal(thrown.error, thrown.message, thrown);
    if (thrown instanceof UnknownPage) return refusal('invalid', thrown.message);
    onFault(thrown);
    return refusal('fault', 'Something went wrong on our side. Try again; if it stays, tell your administrator.');
  }
}

function signedIn(event: HttpEvent, rolesClaim: string): SignedIn {
  const claims: Record<string, unknown> = event.requestContext.authorizer?.jwt?.claims ?? {};
  const username = [claims.username, claims.preferred_username, claims.sub].find((name) => typeof name === 'string');
  if (typeof username !== 'string' || username === '') throw new Refused('not-signed-in', 'Sign in to use the desk.');
  const roles = rolesOf(claims[rolesClaim]);
  if (roles.length === 0) {
    throw new Refused(
      'forbidden',
      `${username} is in none of the groups agent, supervisor or admin. Ask your administrator to add you to one.`,
    );
  }
  return { username, roles };
}

function findRoute(routes: Routes, method: string, rawPath: string): { handle: Handle; path: Record<string, string> } {
  const segments = rawPath.split('/').map(decoded);
  for (const [route, handle] of Object.entries(routes)) {
    const [verb, pattern = ''] = route.split(' ');
    const path = verb === method ? matched(pattern.split('/'), segments) : undefined;
    if (path) return { handle, path };
  }
  throw new Refused('not-found', `There is no ${method} ${rawPath.slice(0, 200)}.`);
}

function matched(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name ? segment === '' : segment !== part) return undefined;
    if (name) found[name] = segment;
  }
  return found;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const bodyOf = (event: HttpEvent) => Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');

const json = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

const refusal = (error: ApiError['error'], message: string, { current, fields }: Partial<Refused> = {}) =>
  json(apiErrors[error], { error, message, current, fields } satisfies ApiError);
