import { createContext, Script } from 'node:vm';
import type { HttpAnswer, HttpRequest } from '../http-api/payload.ts';

/** An AWS::CloudFront::Function at the viewer's request: it changes the request, or answers it. */
export type EdgeFunction = (request: HttpRequest) => Promise<HttpRequest | HttpAnswer>;

interface EdgeValue {
  value: string;
  multiValue?: { value: string }[];
}
interface EdgeRequest {
  method: string;
  uri: string;
  querystring: Record<string, EdgeValue>;
  headers: Record<string, EdgeValue>;
  cookies: Record<string, EdgeValue>;
}
interface EdgeAnswer {
  statusCode: number;
  headers?: Record<string, EdgeValue>;
  body?: string | { data: string; encoding?: 'text' | 'base64' };
}

/** CloudFront gives a function about a millisecond of compute; a loop without end must not stop the desk. */
const limitMs = 100;

/** Compiles the template's code. Throws, naming the function, when it has no `handler`. */
export function edgeFunction(name: string, code: string): EdgeFunction {
  // Nothing of Node inside: CloudFront's runtime has no network, no files and no timers.
  const sandbox = createContext(
    { console: { log: () => undefined } },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new Script(code, { filename: `${name}.js` }).runInContext(sandbox, { timeout: limitMs });
  const call = new Script('handler(event)', { filename: `${name}.js` });
  if (new Script('typeof handler').runInContext(sandbox) !== 'function') {
    throw new Error(`the CloudFront function ${name} has no function handler`);
  }
  return async (request) => {
    sandbox.event = {
      version: '1.0',
      context: { eventType: 'viewer-request', distributionDomainName: request.headers.host, requestId: 'local' },
      viewer: { ip: request.sourceIp },
      request: toEdge(request),
    };
    const result = (await call.runInContext(sandbox, { timeout: limitMs })) as EdgeRequest | EdgeAnswer;
    return 'statusCode' in result ? answerOf(result) : fromEdge(request, result);
  };
}

const one = (entries: Iterable<[string, string]>): Record<string, EdgeValue> =>
  Object.fromEntries([...entries].map(([name, value]) => [name, { value }]));

function toEdge(request: HttpRequest): EdgeRequest {
  const { cookie = '', ...headers } = request.headers;
  const cookies = cookie
    .split(/;\s*/)
    .filter(Boolean)
    .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]);
  return {
    method: request.method,
    uri: request.path,
    querystring: one(new URLSearchParams(request.query)),
    headers: one(Object.entries(headers)),
    cookies: one(cookies),
  };
}

/** Method and body cannot be changed; a changed path stays text of the request. */
function fromEdge(request: HttpRequest, edge: EdgeRequest): HttpRequest {
  const query = new URLSearchParams(Object.entries(edge.querystring ?? {}).map(([name, { value }]) => [name, value]));
  const before = new URLSearchParams(request.query);
  const headers = Object.fromEntries(Object.entries(edge.headers ?? {}).map(([name, { value }]) => [name, value]));
  const cookie = Object.entries(edge.cookies ?? {})
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ');
  return {
    ...request,
    path: edge.uri,
    query: query.toString() === before.toString() ? request.query : query.toString(),
    headers: cookie ? { ...headers, cookie } : headers,
  };
}

function answerOf({ statusCode, headers = {}, body = '' }: EdgeAnswer): HttpAnswer {
  const [data, encoding] = typeof body === 'string' ? [body, 'text'] : [body.data, body.encoding];
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])),
    body: Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8'),
  };
}
