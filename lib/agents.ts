import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { acknowledge, named } from './acknowledged.ts';
import type { Alarms } from './alarms.ts';
import type { Entrances } from './contact-flows.ts';
import type { Desks } from './desks.ts';
import type { Directory } from './directory.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Settings } from './settings.ts';

export interface AgentsProps {
  instance: Instance;
  directory: Directory;
  desks: Desks;
  entrances: Entrances;
  settings: Settings;
  alarms: Alarms;
}

/**
 * Connect's agents and queues: their names, copied into the directory because events carry only ARNs, and for each agent
 * a quick connect, by which calls are handed over.
 */
export class Agents extends Construct {
  private readonly sync: HouseFunction;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AgentsProps,
  ) {
    super(scope, id);
    const { instance, desks, entrances, settings } = props;
    this.sync = new HouseFunction(this, 'SyncAgents', {
      ...props,
      name: 'sync-agents',
      errorImpact:
        'Agents and queues that are new or renamed in Connect appear in lists without their name, and no call can be handed to new agents.',
      // The first run makes a quick connect for every agent, two in a second.
      timeout: Duration.minutes(15),
      memory: 256,
    });
    this.sync.set('instanceArn', instance.arn);
    this.sync.set('stage', settings.stage);
    this.sync.set('agentTransferFlow', entrances.agentTransferArn);
    this.sync.set('queues', JSON.stringify(desks.queues.map((queue) => queue.attrQueueArn)));
    props.directory.grantAgents(this.sync);
    this.allowConnect();
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

  /** Which agents, queues and quick connects there are is what it is to find out, so their kind stands for them. */
  private allowConnect(): void {
    const { instance, desks, entrances } = this.props;
    const every = (kind: string) => `${instance.arn}/${kind}/*`;
    const [users, quickConnects] = [every('agent'), every('transfer-destination')];
    const [profiles, queues] = [every('security-profile'), every('queue')];
    this.sync.allow(['connect:SearchUsers', 'connect:SearchQuickConnects'], [instance.arn]);
    this.sync.allow(['connect:ListSecurityProfiles'], [instance.arn, profiles]);
    this.sync.allow(['connect:ListQueues'], [instance.arn, queues]);
    this.sync.allow(
      ['connect:CreateQuickConnect', 'connect:UpdateQuickConnectConfig'],
      [instance.arn, quickConnects, users, entrances.agentTransferArn],
    );
    // A quick connect is marked as ours by a tag when it is made.
    this.sync.allow(
      ['connect:TagResource', 'connect:UpdateQuickConnectName', 'connect:DeleteQuickConnect'],
      [instance.arn, quickConnects],
    );
    const ours = desks.queues.map((queue) => queue.attrQueueArn);
    this.sync.allow(['connect:AssociateQueueQuickConnects'], [instance.arn, quickConnects, ...ours]);
    const wild = [users, quickConnects, profiles, queues].map((resource) => `Resource::${named(this, resource)}`);
    acknowledge(this.sync, { 'AwsSolutions-IAM5': wild });
  }
}
