import { CustomResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnPhoneNumber, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { acknowledge, named } from './acknowledged.ts';
import type { Alarms } from './alarms.ts';
import type { Entrances } from './contact-flows.ts';
import type { Desks } from './desks.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import { output } from './output.ts';
import type { Settings } from './settings.ts';

export interface LineProps {
  instance: Instance;
  settings: Settings;
  alarms: Alarms;
}

/** A quick connect to a queue; both are ARNs. */
export interface QueueTransfer {
  arn: string;
  name: string;
  queue: string;
}

export interface LinkProps {
  desks: Desks;
  entrances: Entrances;
}

/**
 * The number that customers dial, the transfers that agents are offered, and the two kinds of link that CloudFormation
 * cannot make: number to flow, and queue to quick connects.
 */
export class Line extends Construct {
  /** Absent when the line has no number yet. */
  readonly numberArn: string | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LineProps,
  ) {
    super(scope, id);
    this.numberArn = this.number();
  }

  /** Leads the number to its flow and offers the queues as transfers, which it answers; once. */
  link({ desks, entrances }: LinkProps): QueueTransfer[] {
    const { instance } = this.props;
    const number = this.numberArn;
    const transfers = desks.queues.map((queue) => ({
      queue,
      quickConnect: new CfnQuickConnect(this, `To${queue.node.id}`, {
        instanceArn: instance.arn,
        name: queue.name,
        quickConnectConfig: {
          quickConnectType: 'QUEUE',
          queueConfig: { queueArn: queue.attrQueueArn, contactFlowArn: entrances.queueTransferArn },
        },
      }),
    }));
    const linker = this.linker(
      { desks, entrances },
      transfers.map(({ quickConnect }) => quickConnect.attrQuickConnectArn),
    );
    new CustomResource(this, 'Links', {
      resourceType: 'Custom::DesklineLinks',
      serviceToken: linker.lambda.functionArn,
      serviceTimeout: Duration.minutes(5),
      properties: {
        InstanceArn: instance.arn,
        ...(number ? { PhoneNumberArn: number, ContactFlowArn: entrances.inboundArn } : {}),
        // A caller who is in one queue can be sent to any other.
        Queues: transfers.map(({ queue }) => ({
          QueueArn: queue.attrQueueArn,
          QuickConnectArns: transfers
            .filter((other) => other.queue !== queue)
            .map((other) => other.quickConnect.attrQuickConnectArn),
        })),
      },
    }).node.addDependency(linker);
    return transfers.map(({ queue, quickConnect }) => ({
      arn: quickConnect.attrQuickConnectArn,
      name: queue.name,
      queue: queue.attrQueueArn,
    }));
  }

  /** The number's ARN, or nothing when the line has none yet. */
  private number(): string | undefined {
    const { phoneNumber, removable } = this.props.settings;
    if (phoneNumber.kind === 'none') return undefined;
    if (phoneNumber.kind === 'existing') return phoneNumber.arn;
    const number = new CfnPhoneNumber(this, 'Number', {
      targetArn: this.props.instance.arn,
      countryCode: phoneNumber.country,
      type: phoneNumber.type,
      description: 'The number of the service desk',
    });
    // A released number can rarely be had back.
    number.applyRemovalPolicy(removable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN);
    output(this, 'PhoneNumber', number.attrAddress);
    return number.attrPhoneNumberArn;
  }

  private linker({ desks, entrances }: LinkProps, quickConnects: string[]): HouseFunction {
    const { instance, settings, alarms } = this.props;
    const number = this.numberArn;
    const linker = new HouseFunction(this, 'LinkConnect', {
      name: 'link-connect',
      settings,
      alarms,
      errorImpact: 'The deployment stops: numbers may lead to no flow and queues offer no transfers.',
      timeout: Duration.minutes(2),
      memory: 256,
    });
    const queues = desks.queues.map((queue) => queue.attrQueueArn);
    linker.allow(['connect:AssociateQueueQuickConnects'], [instance.arn, ...queues, ...quickConnects]);
    if (number) linker.allow(['connect:AssociatePhoneNumberContactFlow'], [instance.arn, number, entrances.inboundArn]);
    this.allowUnlinking(linker);
    return linker;
  }

  /** What an update unlinks is what the template no longer names, so its kind stands for it. */
  private allowUnlinking(linker: HouseFunction): void {
    const { arn } = this.props.instance;
    const numbers = Stack.of(this).formatArn({ service: 'connect', resource: 'phone-number', resourceName: '*' });
    const kinds = ['queue/*', 'transfer-destination/*'].map((kind) => `${arn}/${kind}`);
    linker.allow(['connect:DisassociateQueueQuickConnects'], [arn, ...kinds]);
    linker.allow(['connect:DisassociatePhoneNumberContactFlow'], [arn, numbers]);
    const findings = [...kinds, numbers].map((resource) => `Resource::${named(this, resource)}`);
    acknowledge(linker, { 'AwsSolutions-IAM5': findings });
  }
}
