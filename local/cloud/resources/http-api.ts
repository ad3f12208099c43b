import type { Cloud, Factory } from '../cloud.ts';
import { createHttpApi } from '../http-api/api.ts';
import { hashOf } from './names.ts';

const apiOf = (cloud: Cloud, apiId: unknown) => {
  const api = cloud.httpApis.get(String(apiId));
  if (!api) throw new Error(`the template has no HTTP API ${apiId}`);
  return api;
};

export const httpApi: Record<string, Factory> = {
  'AWS::ApiGatewayV2::Api'(id, properties, cloud) {
    if (properties.ProtocolType !== 'HTTP') throw new Error(`not emulated: an API of type ${properties.ProtocolType}`);
    for (const part of ['CorsConfiguration', 'Body', 'BodyS3Location', 'Target']) {
      if (properties[part] !== undefined) throw new Error(`not emulated: ${part} of an HTTP API`);
    }
    const api = createHttpApi(hashOf(id, 10), cloud);
    cloud.httpApis.set(api.id, api);
    return { ref: api.id, attributes: { ApiId: api.id, ApiEndpoint: `https://${api.host}` } };
  },
  'AWS::ApiGatewayV2::Stage'(_id, properties, cloud) {
    if (properties.StageName !== '$default') throw new Error(`not emulated: the named stage ${properties.StageName}`);
    apiOf(cloud, properties.ApiId).setStage('$default');
    return { ref: '$default' };
  },
  'AWS::ApiGatewayV2::Integration'(id, properties, cloud) {
    if (properties.IntegrationType !== 'AWS_PROXY' || properties.PayloadFormatVersion !== '2.0') {
      throw new Error('not emulated: an integration other than AWS_PROXY with payload format 2.0');
    }
    const integrationId = hashOf(id, 7);
    apiOf(cloud, properties.ApiId).addIntegration(integrationId, String(properties.IntegrationUri));
    return { ref: integrationId };
  },
  'AWS::ApiGatewayV2::Authorizer'(id, properties, cloud) {
    if (properties.AuthorizerType !== 'JWT') throw new Error(`not emulated: a ${properties.AuthorizerType} authorizer`);
    const { Issuer = '', Audience = [] } = (properties.JwtConfiguration ?? {}) as {
      Issuer?: string;
      Audience?: string[];
    };
    const authorizerId = hashOf(id, 6);
    const [identitySource = ''] = [properties.IdentitySource].flat() as string[];
    apiOf(cloud, properties.ApiId).addAuthorizer(authorizerId, { issuer: Issuer, audience: Audience, identitySource });
    return { ref: authorizerId };
  },
  'AWS::ApiGatewayV2::Route'(id, properties, cloud) {
    const authorized = properties.AuthorizationType === 'JWT';
    if (!authorized && (properties.AuthorizationType ?? 'NONE') !== 'NONE') {
      throw new Error(`not emulated: ${properties.AuthorizationType} authorization`);
    }
    apiOf(cloud, properties.ApiId).addRoute(String(properties.RouteKey), {
      integrationId: String(properties.Target).replace('integrations/', ''),
      authorizerId: authorized ? String(properties.AuthorizerId) : undefined,
      scopes: (properties.AuthorizationScopes ?? []) as string[],
    });
    return { ref: hashOf(id, 7) };
  },
};
