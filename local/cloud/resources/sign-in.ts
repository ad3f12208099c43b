import { arnOf, type Factory } from '../cloud.ts';
import { hashOf } from './names.ts';

export const signIn: Record<string, Factory> = {
  'AWS::Cognito::UserPool'(id, _properties, cloud) {
    const { region, urlSuffix } = cloud.place;
    const poolId = `${region}_${hashOf(id, 9)}`;
    const name = `cognito-idp.${region}.${urlSuffix}/${poolId}`;
    cloud.origins.addIssuer(`https://${name}`);
    return {
      ref: poolId,
      attributes: {
        Arn: arnOf(cloud, 'cognito-idp', `userpool/${poolId}`),
        UserPoolId: poolId,
        ProviderName: name,
        ProviderURL: `https://${name}`,
      },
    };
  },
  'AWS::Cognito::UserPoolClient'(id, properties, cloud) {
    if (properties.GenerateSecret === true) throw new Error('not emulated: a user pool client with a secret');
    const clientId = hashOf(id, 26);
    Object.assign(cloud.signIn, {
      clientId,
      redirectUris: properties.CallbackURLs ?? [],
      logoutUris: properties.LogoutURLs ?? [],
      scopes: properties.AllowedOAuthScopes ?? [],
    });
    return { ref: clientId, attributes: { ClientId: clientId } };
  },
  'AWS::Cognito::UserPoolDomain'(_id, properties, cloud) {
    if (properties.CustomDomainConfig) throw new Error('not emulated: a custom domain of a user pool');
    const domain = String(properties.Domain);
    cloud.origins.addIssuer(`https://${domain}.auth.${cloud.place.region}.amazoncognito.com`);
    return { ref: domain };
  },
};
