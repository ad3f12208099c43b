/** A route key taken apart: `GET /people/{id}`, `ANY /api/{proxy+}` or `$default`. */
export interface RoutePattern {
  key: string;
  method: string;
  segments: string[];
}

export function parseRouteKey(key: string): RoutePattern {
  if (key === '$default') return { key, method: 'ANY', segments: ['{proxy+}'] };
  const [method = '', path = ''] = key.split(' ');
  if (!method || !path.startsWith('/')) throw new Error(`${key} is no route key`);
  return { key, method, segments: path.split('/').slice(1) };
}

/**
 * The route that serves a request, by API Gateway's order: the full match, then the longest path with a variable at its
 * end, then `$default`; a named method before ANY. The path's variables come with it, percent-decoded.
 */
export function findRoute<T extends { pattern: RoutePattern }>(
  routes: T[],
  method: string,
  path: string,
): { route: T; parameters: Record<string, string> } | undefined {
  const given = path.split('/').slice(1);
  const fitting = routes.flatMap((route) => {
    if (route.pattern.method !== 'ANY' && route.pattern.method !== method) return [];
    if (route.pattern.key === '$default') return [{ route, parameters: {} }];
    const parameters = parametersOf(route.pattern.segments, given);
    return parameters ? [{ route, parameters }] : [];
  });
  return fitting.sort((left, right) => compare(rank(left.route.pattern), rank(right.route.pattern)))[0];
}

function parametersOf(pattern: string[], given: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? [];
    if (name && greedy) {
      const rest = given.slice(index).join('/');
      return rest ? { ...parameters, [name]: decode(rest) } : undefined;
    }
    const value = given[index];
    if (value === undefined || (name ? value === '' : value !== segment)) return undefined;
    if (name) parameters[name] = decode(value);
  }
  return pattern.length === given.length ? parameters : undefined;
}

/** The lower, the more specific: per segment 0 literal, 1 variable, 2 the rest; then the method. */
function rank({ key, method, segments }: RoutePattern): number[] {
  if (key === '$default') return [3];
  const kinds = segments.map((segment) => (segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0));
  return [...kinds, method === 'ANY' ? 1 : 0];
}

function compare(left: number[], right: number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
