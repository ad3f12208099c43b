import type { AwsRequest, AwsResponse } from '../../ports.ts';
import type { World } from '../exchange/world.ts';
import { ApiError, notEmulated } from './errors.ts';
import { operations } from './operations.ts';
import { loadRoutes, type Route } from './routes.ts';

/**
 * The control plane: takes what the SDK's Connect client sends and answers as the service does. Paths, members and
 * required members come from the SDK's own schemas, so each of its operations is known; those without behaviour here
 * answer 501 and name themselves.
 */
export function controlPlane(world: World): (request: AwsRequest) => Promise<AwsResponse> {
  return async (request) => {
    try {
      // Loaded when first asked: the client is large, and a start without API calls should not wait for it.
      const { route, input } = match(await loadRoutes(), request);
      const operation = operations[route.name];
      if (!operation) throw notEmulated(`connect:${route.name}`);
      requireInstance(world, input.InstanceId);
      return answer(route.status, operation(world, input) ?? {});
    } catch (problem) {
      if (problem instanceof ApiError) return problem.response();
      throw problem;
    }
  };
}

function match(routes: Route[], request: AwsRequest): { route: Route; input: Record<string, unknown> } {
  const url = new URL(request.path, 'http://connect');
  for (const route of routes) {
    const labels = route.method === request.method ? route.match(url.pathname) : undefined;
    if (labels) return { route, input: route.decode(labels, url.searchParams, request.body) };
  }
  throw new ApiError('UnknownOperationException', 404, `no operation is at ${request.method} ${url.pathname}`);
}

/** InstanceId takes the id; an ARN fits too and is commonly passed. */
function requireInstance({ resources }: World, given: unknown): void {
  const { instance } = resources;
  if (given === undefined || (instance && (given === instance.id || given === instance.arn))) return;
  throw new ApiError('ResourceNotFoundException', 404, `there is no instance ${given}`);
}

const answer = (status: number, output: object): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(withEpochSeconds(output)),
});

/** Timestamps are epoch seconds in Connect's JSON. */
function withEpochSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withEpochSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withEpochSeconds(member)]));
}
