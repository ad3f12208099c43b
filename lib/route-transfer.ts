import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge, named } from './acknowledged.ts';
import type { Alarms } from './alarms.ts';
import type { Callable } from './callable-by-flows.ts';
import { callableByFlows } from './callable-by-flows.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Settings } from './settings.ts';

/** The function that the flows of a transfer ask what to do with a call that nobody takes. */
export class RouteTransfer extends Construct implements Callable {
  readonly functionArn: string;
  readonly callable: Callable['callable'];

  constructor(scope: Construct, id: string, props: { instance: Instance; settings: Settings; alarms: Alarms }) {
    super(scope, id);
    const { arn } = props.instance;
    const fn = new HouseFunction(this, 'Function', {
      ...props,
      name: 'route-transfer',
      errorImpact:
        'Calls that were handed to one agent in vain go to the service desk, and away from the agent who kept them.',
      // The flow waits 5 s and then goes on without an answer.
      timeout: Duration.seconds(4),
    });
    fn.set('instanceArn', arn);
    // Only the description of a contact says who still has it; which contacts there will be nobody knows.
    fn.allow(['connect:DescribeContact'], [`${arn}/contact/*`]);
    acknowledge(fn, { 'AwsSolutions-IAM5': [`Resource::${named(this, arn)}/contact/*`] });
    const { functionArn, callable } = callableByFlows(this, fn, props.instance);
    this.functionArn = functionArn;
    this.callable = callable;
  }
}
