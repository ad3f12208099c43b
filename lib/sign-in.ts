import { RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledged.ts';
import { output } from './output.ts';
import type { Settings } from './settings.ts';

/** What a page and an API need to know of one signed-up page. */
export interface PageSignIn {
  clientId: string;
  audience: string;
  scope: string;
  /** Absent: the issuer's discovery document names it. */
  signOutUrl?: string;
}

/** Who may sign in: a user pool of this stack, or an issuer that exists. */
export class SignIn extends Construct {
  readonly issuer: string;
  /** Origins that the page talks to while signing in. */
  readonly origins: string[];
  readonly rolesClaim: string;
  private readonly pool?: { userPool: UserPool; pages: string };

  constructor(
    scope: Construct,
    id: string,
    private readonly settings: Settings,
  ) {
    super(scope, id);
    const { signIn } = settings;
    if (signIn.kind === 'issuer') {
      this.issuer = signIn.issuer;
      this.origins = [new URL(signIn.issuer).origin];
      this.rolesClaim = signIn.rolesClaim;
      return;
    }
    const userPool = this.userPool();
    const pages = userPool.addDomain('Pages', { cognitoDomain: { domainPrefix: signIn.domain } }).baseUrl();
    this.pool = { userPool, pages };
    this.issuer = userPool.userPoolProviderUrl;
    // The discovery document lies at the service, the token endpoint at the pool's own domain.
    this.origins = [`https://cognito-idp.${userPool.stack.region}.${userPool.stack.urlSuffix}`, pages];
    this.rolesClaim = 'cognito:groups';
    output(this, 'UserPoolId', userPool.userPoolId);
  }

  /** Signs a page up: a public client, with a code and PKCE, that comes back to `address`, letter for letter. */
  page(id: string, address: string): PageSignIn {
    const { signIn } = this.settings;
    if (signIn.kind === 'issuer' || !this.pool) {
      const { clientId, audience, scope } = signIn as Extract<typeof signIn, { kind: 'issuer' }>;
      return { clientId, audience, scope };
    }
    const client = this.pool.userPool.addClient(id, {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [address],
        logoutUrls: [address],
      },
    });
    const clientId = client.userPoolClientId;
    const signOutUrl = `${this.pool.pages}/logout?client_id=${clientId}&logout_uri={returnTo}`;
    return { clientId, audience: clientId, scope: 'openid profile email', signOutUrl };
  }

  private userPool(): UserPool {
    const { removable } = this.settings;
    const userPool = new UserPool(this, 'UserPool', {
      // People are signed up by those who also make them users of Connect: the two user names are the same.
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      standardThreatProtectionMode: StandardThreatProtectionMode.NO_ENFORCEMENT,
      deletionProtection: !removable,
      removalPolicy: removable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    acknowledge(userPool, { 'AwsSolutions-COG3': [], 'AwsSolutions-COG8': [] });
    for (const groupName of ['agent', 'supervisor', 'admin'])
      new CfnUserPoolGroup(this, groupName, { userPoolId: userPool.userPoolId, groupName });
    return userPool;
  }
}
