import type { Clock, Functions } from '../../ports.ts';
import type { Place, Problems } from '../types.ts';
import { authorize, issuerKeys, type JwtAuthorizer, type KeySource } from './authorizer.ts';
import { answerOf, eventOf, type HttpAnswer, type HttpRequest, internalError, jsonAnswer } from './payload.ts';
import { findRoute, parseRouteKey, type RoutePattern } from './routes.ts';

interface Route {
  pattern: RoutePattern;
  integrationId: string;
  authorizerId?: string;
  scopes: string[];
}

/** An HTTP API of the template; its parts are added as the template names them. */
export interface HttpApi {
  id: string;
  /** e.g. `abc.execute-api.us-east-1.amazonaws.com` */
  host: string;
  addRoute(key: string, route: Omit<Route, 'pattern'>): void;
  /** `functionArn` is what the integration invokes. */
  addIntegration(id: string, functionArn: string): void;
  addAuthorizer(id: string, authorizer: JwtAuthorizer): void;
  setStage(name: string): void;
  handle(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpApiPorts {
  functions: Functions;
  clock: Clock;
  place: Place;
  problems: Problems;
  /** Keys of an issuer; over the network unless told. */
  keys?: (issuer: string) => KeySource;
}

export function createHttpApi(
  id: string,
  { functions, clock, place, problems, keys = issuerKeys }: HttpApiPorts,
): HttpApi {
  const host = `${id}.execute-api.${place.region}.${place.urlSuffix}`;
  const routes: Route[] = [];
  const integrations = new Map<string, string>();
  const authorizers = new Map<string, { authorizer: JwtAuthorizer; keys: KeySource }>();
  let stage: string | undefined;

  const authorizing = async (route: Route, request: HttpRequest) => {
    if (route.authorizerId === undefined) return undefined;
    const found = authorizers.get(route.authorizerId);
    if (!found) throw new Error(`route ${route.pattern.key} names an authorizer that the template does not have`);
    const source = found.authorizer.identitySource.replace(/^\$request\.header\./i, '').toLowerCase();
    return authorize(found.authorizer, request.headers[source], route.scopes, found.keys);
  };

  return {
    id,
    host,
    addRoute: (key, route) => void routes.push({ pattern: parseRouteKey(key), ...route }),
    addIntegration: (integrationId, functionArn) => void integrations.set(integrationId, functionArn),
    addAuthorizer: (authorizerId, authorizer) =>
      void authorizers.set(authorizerId, { authorizer, keys: keys(authorizer.issuer) }),
    setStage(name) {
      stage = name;
    },
    async handle(request) {
      // The distribution must not pass the viewer's Host on: API Gateway knows only its own.
      if (stage === undefined || request.headers.host !== host) return jsonAnswer(403, { message: 'Forbidden' });
      const found = findRoute(routes, request.method, request.path);
      if (!found) return jsonAnswer(404, { message: 'Not Found' });
      const { route, parameters } = found;
      const authorized = await authorizing(route, request);
      if (authorized?.ok === false) {
        if (authorized.status === 403) return jsonAnswer(403, { message: 'Forbidden' });
        const why = authorized.why.replace(/"/g, "'");
        const challenge = `Bearer scope="" error="invalid_token" error_description="${why}"`;
        return jsonAnswer(401, { message: 'Unauthorized' }, { 'www-authenticate': challenge });
      }
      const functionArn = integrations.get(route.integrationId);
      if (!functionArn) {
        problems.add(`HTTP API: the integration of route ${route.pattern.key} is missing in the template`);
        return internalError();
      }
      const [method, path] = route.pattern.key === '$default' ? ['$default', ''] : route.pattern.key.split(' ');
      const event = eventOf(request, {
        ...{ apiId: id, account: place.account, stage, host, routeKey: route.pattern.key, parameters },
        ...{ at: clock.now(), authorized },
      });
      const { invocation, payload } = await functions.invoke(functionArn, event, {
        principal: 'apigateway.amazonaws.com',
        sourceArn: `arn:${place.partition}:execute-api:${place.region}:${place.account}:${id}/${stage}/${method === 'ANY' ? '*' : method}${path}`,
      });
      return invocation.outcome === 'ok' ? answerOf(payload) : internalError();
    },
  };
}
