import type { Duration } from 'aws-cdk-lib';
import { RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Variable } from '../domain/settings.ts';
import { variables } from '../domain/settings.ts';
import type { Alarms } from './alarms.ts';
import { alarmPeriod } from './alarms.ts';
import { functionBundle } from './build/functions.ts';
import { writeFolder } from './build/write-folder.ts';
import type { Settings } from './settings.ts';

export interface HouseFunctionProps {
  /** Folder below `lambdas/`; also the end of the deployed name. */
  name: string;
  settings: Settings;
  alarms: Alarms;
  /** Who is hurt when this function fails, in words: the text of its alarm. */
  errorImpact: string;
  /** Below the limit of whoever waits for the answer. */
  timeout: Duration;
  /** MB; a whole core comes with 1769. */
  memory?: number;
  /** Where an event goes that failed every attempt; only for functions that are called without waiting. */
  deadLetters?: IQueue;
}

/**
 * A function with the defaults of the house: one build for all, arm64, a log that is kept for a month, a role that may
 * write that log and nothing else, an alarm that says who is hurt. Capabilities add what it may do by their grants.
 */
export class HouseFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id);
    const functionName = `deskline-${props.settings.stage}-${props.name}`;
    this.log = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(writeFolder(this, props.name, functionBundle(props.name))),
      memorySize: props.memory ?? 512,
      timeout: props.timeout,
      deadLetterQueue: props.deadLetters,
      logGroup: this.log,
      role,
    });
    const errors = this.lambda.metricErrors({ period: alarmPeriod });
    props.alarms.when(this, 'Fails', errors, props.errorImpact);
    const throttles = this.lambda.metricThrottles({ period: alarmPeriod });
    props.alarms.when(this, 'Throttled', throttles, `Too many calls at once. ${props.errorImpact}`);
  }

  /** Sets a variable of `domain/settings.ts`. */
  set(variable: Variable, value: string): void {
    this.lambda.addEnvironment(variables[variable], value);
  }

  /** Allows exactly these actions on exactly these resources, where these keys have exactly these values. */
  allow(actions: string[], resources: string[], where: Record<string, string> = {}): void {
    const conditions = Object.keys(where).length > 0 ? { StringEquals: where } : undefined;
    this.lambda.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources, conditions }));
  }
}
