import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { CfnApprovedOrigin, CfnInstance } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { output } from './output.ts';
import type { Settings } from './settings.ts';

/** The Connect instance: made by the stack, or one that exists and is only added to. */
export class Instance extends Construct {
  readonly arn: string;
  /** e.g. `https://example.my.connect.aws`, without a slash at the end. */
  readonly url: string;
  /** Where the softphone frame lies. */
  readonly ccpUrl: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    if (settings.instance.kind === 'new') {
      this.arn = this.make(settings.instance.alias, settings.removable);
      this.url = `https://${settings.instance.alias}.my.connect.aws`;
    } else {
      this.arn = settings.instance.arn;
      this.url = settings.instance.url;
    }
    // Instances from before 2021 keep everything below /connect.
    this.ccpUrl = this.url.endsWith('.awsapps.com') ? `${this.url}/connect/ccp-v2/` : `${this.url}/ccp-v2/`;
    output(this, 'InstanceArn', this.arn);
    output(this, 'InstanceUrl', this.url);
  }

  /** Lets a page of this origin hold the softphone frame. */
  approveOrigin(origin: string): void {
    new CfnApprovedOrigin(this, 'ApprovedOrigin', { instanceId: this.arn, origin });
  }

  /** What a permission for Connect to act is limited to. */
  get source(): { sourceArn: string; sourceAccount: string } {
    return { sourceArn: this.arn, sourceAccount: Aws.ACCOUNT_ID };
  }

  private make(instanceAlias: string, removable: boolean): string {
    const instance = new CfnInstance(this, 'Resource', {
      instanceAlias,
      identityManagementType: 'CONNECT_MANAGED',
      attributes: {
        inboundCalls: true,
        outboundCalls: true,
        contactflowLogs: true,
        contactLens: true,
        autoResolveBestVoices: true,
        earlyMedia: true,
      },
    });
    instance.applyRemovalPolicy(removable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN);
    return instance.attrArn;
  }
}
