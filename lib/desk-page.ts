import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  Function as ViewerFunction,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { ISource } from 'aws-cdk-lib/aws-s3-deployment';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { PageConfig } from '../domain/api.ts';
import { acknowledge, acknowledgeUploads } from './acknowledged.ts';
import { builtPages } from './build/page.ts';
import { writeFolder } from './build/write-folder.ts';
import type { DeskApi } from './desk-api.ts';
import type { Instance } from './instance.ts';
import { output } from './output.ts';
import { contentSecurityPolicy } from './page-headers.ts';
import { pagePathsCode } from './page-paths.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

export interface DeskPageProps {
  api: DeskApi;
  instance: Instance;
  signIn: SignIn;
  settings: Settings;
}

/** The agents' page and its API on one origin: files in a private bucket, `/api/*` handed on. */
export class DeskPage extends Construct {
  readonly url: string;
  private readonly built = builtPages.desk;
  private readonly bucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DeskPageProps,
  ) {
    super(scope, id);
    const { removable } = props.settings;
    this.bucket = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: removable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: removable,
    });
    acknowledge(this.bucket, { 'AwsSolutions-S1': [] });
    this.url = `https://${this.distribution(this.headers()).domainName}`;
    output(this, 'SiteUrl', this.url);
  }

  /** Uploads the page, with what it must know of this deployment as `config.json`. */
  publish(config: Pick<PageConfig, 'clientId' | 'scope' | 'signOutUrl'>): void {
    const { instance, signIn, settings } = this.props;
    const known: PageConfig = {
      stage: settings.stage,
      issuer: signIn.issuer,
      instanceUrl: instance.url,
      ccpUrl: instance.ccpUrl,
      region: Aws.REGION,
      dialLink: settings.dialLink,
      ...config,
    };
    const assets = Source.asset(writeFolder(this, 'assets', this.built.assets));
    const fixed = Source.asset(writeFolder(this, 'page', this.built.fixed));
    const forever = CacheControl.fromString('public, max-age=31536000, immutable');
    const chunks = this.upload('Assets', [assets], forever, 'assets');
    const page = this.upload('Page', [fixed, Source.jsonData('config.json', known)], CacheControl.noCache());
    // A page that came before its chunks would not start.
    page.node.addDependency(chunks);
    acknowledgeUploads(this, this.bucket.bucketArn);
  }

  /** Old files stay, so that a page that was open before a deployment can still load its chunks. */
  private upload(id: string, sources: ISource[], cacheControl: CacheControl, destinationKeyPrefix?: string) {
    const destinationBucket = this.bucket;
    const cache = [cacheControl];
    return new BucketDeployment(this, id, {
      sources,
      destinationBucket,
      destinationKeyPrefix,
      cacheControl: cache,
      prune: false,
    });
  }

  private distribution(responseHeadersPolicy: ResponseHeadersPolicy): Distribution {
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Deskline ${this.props.settings.stage}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.paths() }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(this.props.api.host),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          responseHeadersPolicy,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    const stands = {
      'AwsSolutions-CFR1': [],
      'AwsSolutions-CFR2': [],
      'AwsSolutions-CFR3': [],
      'AwsSolutions-CFR4': [],
    };
    acknowledge(distribution, stands);
    return distribution;
  }

  private paths(): ViewerFunction {
    return new ViewerFunction(this, 'Paths', {
      comment: 'Every path that is no file is the page',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(pagePathsCode([...this.built.fixed.keys(), 'config.json'])),
    });
  }

  private headers(): ResponseHeadersPolicy {
    const { signIn, instance } = this.props;
    const policy = contentSecurityPolicy({ signIn: signIn.origins, instance: instance.url });
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        // Connect refuses to be framed by a page that says nothing of where it lies.
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: `microphone=(self "${instance.url}"), autoplay=(self "${instance.url}"), camera=(), geolocation=()`,
            override: true,
          },
        ],
      },
    });
  }
}
