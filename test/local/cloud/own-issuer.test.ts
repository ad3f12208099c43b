import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../local/cloud/issuer/settings.ts';
import { readOwnClient, readOwnIssuer } from '../../../local/cloud/own-issuer.ts';
import { createBucket } from '../../../local/cloud/site/bucket.ts';
import { createOrigins } from '../../../local/cloud/template/origins.ts';
import type { Template } from '../../../local/cloud/types.ts';

describe('a stack with an issuer of one’s own', () => {
  const template: Template = {
    Resources: {
      Authorizer: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: { JwtConfiguration: { Issuer: 'https://login.example.com/tenant', Audience: ['desk-api'] } },
      },
      Api: {
        Type: 'AWS::Lambda::Function',
        Properties: { Environment: { Variables: { ROLES_CLAIM: 'https://example.com/roles' } } },
      },
    },
  };
  it('signs in at the local one, with the groups in the claim that the functions read', async () => {
    const local = { site: 'http://localhost:1', instance: 'http://localhost:2', issuer: 'http://localhost:2/issuer' };
    const origins = createOrigins(local);
    const settings = defaultSettings();
    readOwnIssuer(template, origins, settings, local.site);
    const bucket = createBucket('page');
    bucket.put('config.json', { content: Buffer.from('{"clientId":"desk","scope":"openid groups"}'), headers: {} });
    await readOwnClient([createBucket('other'), bucket], settings);
    expect(settings).toMatchObject({ clientId: 'desk', scopes: ['openid', 'groups'] });
    expect(origins.translate('https://login.example.com/tenant')).toBe(local.issuer);
    expect(origins.translate("connect-src 'self' https://login.example.com;")).toBe(
      "connect-src 'self' http://localhost:2;",
    );
    expect(settings).toMatchObject({
      groupsClaim: 'https://example.com/roles',
      redirectUris: [local.site],
      logoutUris: [local.site],
      audience: 'desk-api',
    });
  });
});
