import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** A JWT authorizer of an HTTP API. */
export interface JwtAuthorizer {
  issuer: string;
  audience: string[];
  /** e.g. `$request.header.Authorization` */
  identitySource: string;
}

export type Authorized =
  | { ok: true; claims: Record<string, string>; scopes: string[] | null }
  | { ok: false; status: 401 | 403; why: string };

/** Finds the key that a token names, in the issuer's key set. */
export type KeySource = JWTVerifyGetKey;

/** RSA signatures only, as API Gateway takes them. */
const algorithms = ['RS256', 'RS384', 'RS512'];

/**
 * API Gateway's checks of a token: signature by a key of the issuer, `iss`, `aud` or else `client_id`, `exp`, `nbf`, and
 * one of the route's scopes. `header` is the identity source's value; `Bearer` before the token may be left out.
 */
export async function authorize(
  authorizer: JwtAuthorizer,
  header: string | undefined,
  routeScopes: string[],
  keys: KeySource,
): Promise<Authorized> {
  const refuse = (why: string): Authorized => ({ ok: false, status: 401, why });
  if (!header) return refuse('no token');
  const token = header.replace(/^Bearer\s+/i, '').trim();
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, keys, {
      issuer: authorizer.issuer,
      algorithms,
      requiredClaims: ['exp', 'iat'],
    }));
  } catch (error) {
    if (error instanceof errors.JOSEError) return refuse(error.message);
    throw error;
  }
  const audience = payload.aud === undefined ? [payload.client_id].flat() : [payload.aud].flat();
  if (!audience.some((one) => typeof one === 'string' && authorizer.audience.includes(one))) {
    return refuse(`the token is for ${audience.join(', ') || 'nobody'}, not for ${authorizer.audience.join(', ')}`);
  }
  const scopes = String(payload.scope ?? payload.scp ?? '').split(' ');
  if (routeScopes.length && !routeScopes.some((scope) => scopes.includes(scope))) {
    return { ok: false, status: 403, why: `the token has none of the scopes ${routeScopes.join(', ')}` };
  }
  return { ok: true, claims: claimsAsText(payload), scopes: routeScopes.length ? routeScopes : null };
}

/** The issuer's keys, found as a relying party finds them: discovery document, then key set. */
export function issuerKeys(issuer: string): KeySource {
  let keys: Promise<KeySource> | undefined;
  const discover = async (): Promise<KeySource> => {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (!answer.ok) throw new Error(`the issuer ${issuer} answers ${answer.status} for its discovery document`);
    const { jwks_uri: uri } = (await answer.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(uri));
  };
  return async (header, token) => {
    keys ??= discover();
    // A failed attempt is not kept: the issuer may come up later.
    keys.catch(() => {
      keys = undefined;
    });
    return (await keys)(header, token);
  };
}

/** Claims reach a function as text; arrays in brackets, without commas. */
export function claimsAsText(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? `[${value.join(' ')}]`
        : typeof value === 'object' && value !== null
          ? JSON.stringify(value)
          : String(value),
    ]),
  );
}
