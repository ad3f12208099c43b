import type { HttpAnswer, HttpRequest } from '../http-api/payload.ts';
import { glob } from '../iam/glob.ts';
import type { EdgeFunction } from './edge-function.ts';
import { type Forwarding, forwarded } from './forwarding.ts';

/** Answers in an origin's place; origins are found by their host name. */
export type Origin = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Behaviour {
  /** e.g. `/api/*`; the default behaviour has `*`. */
  pathPattern: string;
  originHost: string;
  /** Put before the path at the origin, e.g. `/stage`. */
  originPath: string;
  methods: string[];
  viewerRequest?: EdgeFunction;
  forwarding: Forwarding;
  responseHeaders: (headers: Record<string, string>) => Record<string, string>;
}

/** An AWS::CloudFront::Distribution: what it does between the viewer and an origin. */
export interface Distribution {
  domainName: string;
  handle(request: HttpRequest): Promise<HttpAnswer>;
}

/** `behaviours` in the template's order with the default last; the first whose pattern fits the path serves it. */
export function createDistribution(
  domainName: string,
  behaviours: Behaviour[],
  defaultRootObject: string | undefined,
  origin: (host: string) => Origin | undefined,
): Distribution {
  return {
    domainName,
    async handle(viewer) {
      const behaviour = behaviours.find(({ pathPattern }) => glob(pathPattern, viewer.path));
      if (!behaviour) throw new Error(`no behaviour of the distribution fits ${viewer.path}`);
      const { methods, viewerRequest, forwarding, originHost, originPath, responseHeaders } = behaviour;
      if (!methods.includes(viewer.method)) {
        return refused(`This distribution is not configured to allow the HTTP request method ${viewer.method}.`);
      }
      const seen = viewerRequest ? await viewerRequest(viewer) : viewer;
      if ('status' in seen) return { ...seen, headers: responseHeaders(seen.headers) };
      const path = seen.path === '/' && defaultRootObject ? `/${defaultRootObject}` : seen.path;
      const serve = origin(originHost);
      if (!serve) return refused(`the origin ${originHost} is not emulated`, 502);
      const answer = await serve(forwarded({ ...seen, path: originPath + path }, forwarding, originHost));
      return { ...answer, headers: responseHeaders(answer.headers) };
    },
  };
}

const refused = (why: string, status = 403): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from(why),
});
