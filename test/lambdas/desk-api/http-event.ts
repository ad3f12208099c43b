import type { HttpEvent } from '../../../lambdas/shared/http.ts';

/** A request as API Gateway delivers it after the authorizer; Ned, an agent, asks unless told otherwise. */
export function anEvent(
  line: string,
  over: { body?: string; base64?: boolean; claims?: Record<string, string>; query?: Record<string, string> } = {},
): HttpEvent {
  const [method = 'GET', rawPath = '/'] = line.split(' ');
  const claims = over.claims ?? { username: 'ned', 'cognito:groups': '[agent]' };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: {},
    queryStringParameters: over.query,
    isBase64Encoded: over.base64 ?? false,
    body: over.body,
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'd',
      domainPrefix: 'd',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } },
    },
  };
}
