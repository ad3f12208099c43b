import type { HttpRequest } from '../http-api/payload.ts';

/** Which parts of a viewer's request an origin gets. */
export interface Forwarding {
  header(name: string): boolean;
  query: boolean;
  cookies: boolean;
}

/** AWS's own policies by their fixed ids. */
const managedRequestPolicies: Record<string, Forwarding> = {
  // AllViewer
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { header: () => true, query: true, cookies: true },
  // AllViewerExceptHostHeader
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': { header: (name) => name !== 'host', query: true, cookies: true },
};

const managedCachePolicies: Record<string, Forwarding> = {
  // CachingDisabled, CachingOptimized: neither forwards anything by itself.
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { header: () => false, query: false, cookies: false },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { header: () => false, query: false, cookies: false },
};

/** Sent to an origin whatever the policies say; an `Authorization` is not among them. */
const always = new Set(['content-type', 'content-length', 'accept-encoding']);

/**
 * What a behaviour forwards: the union of its cache policy and its origin request policy. Throws for a policy that is
 * not known here, since a page that loses its token in CloudFront must lose it here too.
 */
export function forwardingOf(behaviour: { CachePolicyId?: string; OriginRequestPolicyId?: string }): Forwarding {
  const parts = [
    known(managedCachePolicies, behaviour.CachePolicyId, 'cache policy'),
    known(managedRequestPolicies, behaviour.OriginRequestPolicyId, 'origin request policy'),
  ].filter((part) => part !== undefined);
  return {
    header: (name) => always.has(name) || parts.some((part) => part.header(name)),
    query: parts.some((part) => part.query),
    cookies: parts.some((part) => part.cookies),
  };
}

function known(policies: Record<string, Forwarding>, id: string | undefined, what: string): Forwarding | undefined {
  if (id === undefined) return undefined;
  const policy = policies[id];
  if (!policy) throw new Error(`not emulated: the ${what} ${id}`);
  return policy;
}

/** The request as the origin gets it: its own host unless the viewer's is forwarded, and only what is forwarded. */
export function forwarded(request: HttpRequest, forwarding: Forwarding, originHost: string): HttpRequest {
  const headers = Object.entries(request.headers).filter(([name]) =>
    name === 'cookie' ? forwarding.cookies : forwarding.header(name),
  );
  return {
    ...request,
    query: forwarding.query ? request.query : '',
    headers: { host: originHost, ...Object.fromEntries(headers), 'x-forwarded-for': request.sourceIp },
  };
}
