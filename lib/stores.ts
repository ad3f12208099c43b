import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledged.ts';
import type { Instance } from './instance.ts';
import type { Settings, Store } from './settings.ts';

export interface EventStream {
  arn: string;
  /** Key that its records are encrypted with; absent when the stream is not the stack's. */
  keyArn?: string;
}

/** Where the instance puts recordings, contact records and agent events. An instance holds one place for each kind. */
export class Stores extends Construct {
  /** Where the instance says how its agents are; absent when the stack was told to have none. */
  readonly agentEvents: EventStream | undefined;
  private readonly removal: { removalPolicy: RemovalPolicy; autoDeleteObjects: boolean };
  private made?: Key;

  constructor(
    scope: Construct,
    id: string,
    private readonly instance: Instance,
    settings: Settings,
  ) {
    super(scope, id);
    const removalPolicy = settings.removable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    this.removal = { removalPolicy, autoDeleteObjects: settings.removable };
    this.recordings(settings.recordings);
    this.stream('ContactRecords', 'CONTACT_TRACE_RECORDS', settings.contactRecords);
    this.agentEvents = this.stream('AgentEvents', 'AGENT_EVENTS', settings.agentEvents);
  }

  private recordings(store: Store): void {
    if (store.kind === 'none') return;
    const place =
      store.kind === 'existing'
        ? { bucketName: store.name }
        : {
            bucketName: this.recordingsBucket().bucketName,
            encryptionConfig: { encryptionType: 'KMS', keyId: this.key.keyArn },
          };
    new CfnInstanceStorageConfig(this, 'Recordings', {
      instanceArn: this.instance.arn,
      resourceType: 'CALL_RECORDINGS',
      storageType: 'S3',
      s3Config: { ...place, bucketPrefix: 'connect/recordings' },
    });
  }

  private recordingsBucket(): Bucket {
    const common = {
      ...this.removal,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
    };
    const serverAccessLogsBucket = new Bucket(this, 'AccessLogBucket', {
      ...common,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    });
    acknowledge(serverAccessLogsBucket, { 'AwsSolutions-S1': [] });
    return new Bucket(this, 'RecordingsBucket', { ...common, serverAccessLogsBucket });
  }

  private stream(id: string, resourceType: string, store: Store): EventStream | undefined {
    if (store.kind === 'none') return undefined;
    const stream =
      store.kind === 'existing' ? { arn: store.name } : { arn: this.newStream(`${id}Stream`), keyArn: this.key.keyArn };
    new CfnInstanceStorageConfig(this, id, {
      instanceArn: this.instance.arn,
      resourceType,
      storageType: 'KINESIS_STREAM',
      kinesisStreamConfig: { streamArn: stream.arn },
    });
    return stream;
  }

  private newStream(id: string): string {
    const stream = new Stream(this, id, {
      // One shard takes a thousand records a second, more than an instance of the default quotas writes.
      streamMode: StreamMode.PROVISIONED,
      shardCount: 1,
      encryption: StreamEncryption.KMS,
      encryptionKey: this.key,
      removalPolicy: this.removal.removalPolicy,
    });
    acknowledge(stream, { 'AwsSolutions-KDS3': [] });
    return stream.streamArn;
  }

  /**
   * One key for recordings and streams: Connect writes to an encrypted stream only with a key that is the customer's own
   * and that it may use, as AWS advises the one of the recordings.
   */
  private get key(): Key {
    if (this.made) return this.made;
    this.made = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: this.removal.removalPolicy });
    // The role has the instance in its name and is made with it, so only its beginning is known.
    const role = Stack.of(this).formatArn({
      service: 'iam',
      region: '',
      resource: 'role/aws-service-role/connect.amazonaws.com',
      resourceName: 'AWSServiceRoleForAmazonConnect_*',
    });
    // Naming the account here would only let policies of IAM decide, and that role's are AWS's: so anyone, if that role.
    this.made.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { ArnLike: { 'aws:PrincipalArn': role }, StringEquals: { 'kms:CallerAccount': Aws.ACCOUNT_ID } },
      }),
    );
    return this.made;
  }
}
