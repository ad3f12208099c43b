import { invalid } from './errors.ts';

/** One operation of the API, read from the SDK's run-time schema. */
export interface Route {
  name: string;
  method: string;
  status: number;
  /** Values of the path's labels; undefined when the path is another's. */
  match(path: string): Record<string, string> | undefined;
  /** The request's members from path, query and body; throws when a required one is missing. */
  decode(labels: Record<string, string>, query: URLSearchParams, body: string): Record<string, unknown>;
}

let loaded: Promise<Route[]> | undefined;

/**
 * Routes of all operations. The schemas are exported by the SDK but are no documented interface of it, so a test counts
 * what is found. A path with fewer labels comes first, as `/users/search` before `/users/{id}`.
 */
export function loadRoutes(): Promise<Route[]> {
  loaded ??= import('@aws-sdk/client-connect').then((sdk) =>
    Object.values<unknown>(sdk)
      .filter(isOperation)
      .toSorted((a, b) => labelCount(a) - labelCount(b))
      .map(routeOf),
  );
  return loaded;
}

/** `[9, namespace, name, { http: [method, path, status] }, input, output]`. */
type OperationSchema = [9, string, string, { http: [string, string, number] }, unknown, unknown];
/** `[3, namespace, name, traits, member names, member schemas, how many are required]`; a schema may be deferred. */
type StructSchema = [3, string, string, unknown, string[], unknown[], number?];

const isOperation = (value: unknown): value is OperationSchema => Array.isArray(value) && value[0] === 9;
const labelCount = ([, , , { http }]: OperationSchema) => http[1].split('{').length;

function routeOf([, , name, { http }, inputSchema]: OperationSchema): Route {
  const [method, uri, status] = http;
  const labels = [...uri.matchAll(/\{(\w+)\+?\}/g)].map(([, label]) => label ?? '');
  const pattern = new RegExp(
    `^${uri
      .replace(/\?.*$/, '')
      .replace(/\{\w+\+\}/g, '(.+)')
      .replace(/\{\w+\}/g, '([^/]+)')}/?$`,
  );
  return {
    name,
    method,
    status,
    match(path) {
      const found = pattern.exec(path);
      if (!found) return undefined;
      return Object.fromEntries(labels.map((label, index) => [label, decodeURIComponent(found[index + 1] ?? '')]));
    },
    decode(labelValues, query, body) {
      const [, , , , members = [], schemas = [], required = 0] = structOf(inputSchema);
      const fromBody = parseBody(body);
      const input: Record<string, unknown> = {};
      members.forEach((member, index) => {
        const inQuery = queryName(schemas[index]);
        const value = labelValues[member] ?? (inQuery ? queryValue(query, inQuery, schemas[index]) : fromBody[member]);
        if (value !== undefined && value !== null) input[member] = value;
      });
      const missing = members.slice(0, required).filter((member) => input[member] === undefined);
      if (missing.length) throw invalid(`${name} lacks ${missing.join(', ')}`);
      return input;
    },
  };
}

function structOf(schema: unknown): StructSchema | [] {
  const value = typeof schema === 'function' ? schema() : schema;
  return Array.isArray(value) && value[0] === 3 ? (value as StructSchema) : [];
}

/** A member with traits is `[schema, traits]`. */
function queryName(member: unknown): string | undefined {
  const traits = Array.isArray(member) ? member[1] : undefined;
  const name =
    typeof traits === 'object' && traits !== null ? (traits as Record<string, unknown>).httpQuery : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Type codes of the schemas: 64 marks a list, 1 is a number. */
function queryValue(query: URLSearchParams, name: string, member: unknown): unknown {
  const type = Array.isArray(member) ? member[0] : 0;
  if (typeof type === 'number' && type & 64) return query.has(name) ? query.getAll(name) : undefined;
  const value = query.get(name) ?? undefined;
  return type === 1 && value !== undefined ? Number(value) : value;
}

function parseBody(body: string): Record<string, unknown> {
  if (body.trim() === '') return {};
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  } catch {}
  throw invalid('the body is no JSON object');
}
