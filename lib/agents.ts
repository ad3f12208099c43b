import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { acknowledge, named } from './acknowledged.ts';
import type { Alarms } from './alarms.ts';
import type { Directory } from './directory.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Settings } from './settings.ts';

/** The names of Connect's agents and queues, copied into the directory because events carry only ARNs. */
export class Agents extends Construct {
  private readonly sync: HouseFunction;

  constructor(
    scope: Construct,
    id: string,
    props: { instance: Instance; directory: Directory; settings: Settings; alarms: Alarms },
  ) {
    super(scope, id);
    const { instance } = props;
    this.sync = new HouseFunction(this, 'SyncAgents', {
      ...props,
      name: 'sync-agents',
      errorImpact: 'Agents and queues that are new or renamed in Connect appear in lists without their name.',
      timeout: Duration.minutes(5),
      memory: 256,
    });
    this.sync.set('instanceArn', instance.arn);
    props.directory.grantAgents(this.sync);
    this.sync.allow(['connect:SearchUsers'], [instance.arn]);
    // Which agents and queues there are is what it is to find out, so their kind stands for them.
    for (const [action, kind] of [
      ['connect:ListSecurityProfiles', 'security-profile/*'],
      ['connect:ListQueues', 'queue/*'],
    ] as const) {
      this.sync.allow([action], [instance.arn, `${instance.arn}/${kind}`]);
      acknowledge(this.sync, { 'AwsSolutions-IAM5': [`Resource::${named(this, instance.arn)}/${kind}`] });
    }
    new Rule(this, 'Hourly', {
      description: "Copies the desk's agents and queues from Connect",
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(this.sync.lambda)],
    });
  }

  /** Lets a function start the copy, as at an agent's first sign-in. */
  grantSync(fn: HouseFunction): void {
    fn.set('syncAgentsFunction', this.sync.lambda.functionName);
    fn.allow(['lambda:InvokeFunction'], [this.sync.lambda.functionArn]);
  }
}
