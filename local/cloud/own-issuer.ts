import { variables } from '../../domain/settings.ts';
import type { SignInSettings } from './issuer/settings.ts';
import type { Origins } from './template/origins.ts';
import type { Template } from './types.ts';

/**
 * A stack with an issuer of one's own has no user pool: its authorizer names the issuer, its functions the claim with the
 * groups. Both are read before anything is resolved, because every mention of that issuer means the local one.
 */
export function readOwnIssuer(template: Template, origins: Origins, settings: SignInSettings, site: string): void {
  const resources = Object.values(template.Resources);
  for (const { Type, Properties } of resources) {
    if (Type === 'AWS::Lambda::Function') {
      const { Variables } = (Properties?.Environment ?? {}) as { Variables?: Record<string, unknown> };
      const claim = Variables?.[variables.rolesClaim];
      if (typeof claim === 'string') settings.groupsClaim = claim;
    }
    if (Type !== 'AWS::ApiGatewayV2::Authorizer') continue;
    const { Issuer } = (Properties?.JwtConfiguration ?? {}) as { Issuer?: unknown };
    if (typeof Issuer === 'string') origins.addIssuer(Issuer);
  }
  if (!resources.some(({ Type }) => Type === 'AWS::Cognito::UserPoolClient')) {
    Object.assign(settings, { redirectUris: [site], logoutUris: [site] });
  }
}
