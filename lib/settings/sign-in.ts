import type { Fields } from './fields.ts';

export type SignInSettings =
  /** A Cognito user pool of this stack; `domain` is the prefix of its sign-in pages, unique in the region. */
  | { kind: 'cognito'; domain: string }
  /** An OIDC issuer that exists, with a public client for this page. */
  | { kind: 'issuer'; issuer: string; clientId: string; audience: string; rolesClaim: string; scope: string };

const ownIssuer = ['issuer', 'clientId', 'audience', 'rolesClaim', 'scope'] as const;

/** `signInDomain`, or `issuer` with `clientId` and `rolesClaim`; never both. */
export function readSignIn(fields: Fields): SignInSettings | undefined {
  const remedy = 'write signInDomain for Cognito, or issuer, clientId and rolesClaim for an issuer that exists';
  if (fields.has('signInDomain')) {
    for (const name of ownIssuer)
      if (fields.has(name)) return fields.wrong(name, `stands beside signInDomain; ${remedy}`);
    // Cognito refuses these three words anywhere in a prefix.
    const pattern = /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
    const rule = 'is not a prefix; write lower-case letters, digits and hyphens, without aws, amazon or cognito';
    const domain = fields.text('signInDomain', pattern, rule);
    return domain === undefined ? undefined : { kind: 'cognito', domain };
  }
  if (!ownIssuer.some((name) => fields.has(name))) return fields.wrong('signInDomain', `is missing; ${remedy}`);
  const issuer = fields.text('issuer', /^https:\/\/[^\s?#/]+(\/[^\s?#]*)?$/, 'is not the https address of an issuer');
  const clientId = fields.text('clientId', /^\S+$/, "is not a client id; write the page's public client at the issuer");
  const audience = fields.text('audience', /^\S+$/, 'is not an audience of access tokens', clientId ?? 'unknown');
  const rolesClaim = fields.text(
    'rolesClaim',
    /^\S+$/,
    'is not a claim; write the name of the one that holds the groups',
  );
  const scope = fields.text('scope', /\bopenid\b/, 'does not hold openid', 'openid profile email offline_access');
  if (!issuer || !clientId || !audience || !rolesClaim || !scope) return undefined;
  return { kind: 'issuer', issuer, clientId, audience, rolesClaim, scope };
}
