import type { PageConfig } from '../../domain/api.ts';
import { variables } from '../../domain/settings.ts';
import type { SignInSettings } from './issuer/settings.ts';
import type { Bucket } from './site/bucket.ts';
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
    const { Issuer, Audience } = (Properties?.JwtConfiguration ?? {}) as { Issuer?: unknown; Audience?: unknown[] };
    if (typeof Issuer !== 'string') continue;
    origins.addIssuer(Issuer);
    if (typeof Audience?.[0] === 'string') settings.audience = Audience[0];
  }
  if (!resources.some(({ Type }) => Type === 'AWS::Cognito::UserPoolClient')) {
    Object.assign(settings, { redirectUris: [site], logoutUris: [site] });
  }
}

/** The client of such an issuer stands nowhere in the template but in the page's settings, which the stack deploys. */
export async function readOwnClient(buckets: Iterable<Bucket>, settings: SignInSettings): Promise<void> {
  if (settings.clientId !== undefined) return;
  for (const bucket of buckets) {
    const file = await bucket.get('config.json');
    if (!file) continue;
    const { clientId, scope } = JSON.parse(file.body.toString('utf8')) as PageConfig;
    Object.assign(settings, { clientId, scopes: scope.split(' ') });
  }
}
