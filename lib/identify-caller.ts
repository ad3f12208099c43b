import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Callable } from './callable-by-flows.ts';
import { callableByFlows } from './callable-by-flows.ts';
import type { Directory } from './directory.ts';
import { HouseFunction } from './house-function.ts';
import type { Instance } from './instance.ts';
import type { Interactions } from './interactions.ts';
import type { Settings } from './settings.ts';

/** The function that the inbound flow asks who is calling. */
export class IdentifyCaller extends Construct implements Callable {
  readonly functionArn: string;
  readonly callable: Callable['callable'];

  constructor(
    scope: Construct,
    id: string,
    props: { instance: Instance; directory: Directory; interactions: Interactions; settings: Settings; alarms: Alarms },
  ) {
    super(scope, id);
    const fn = new HouseFunction(this, 'Function', {
      ...props,
      name: 'identify-caller',
      errorImpact: 'Callers are queued as unidentified: agents answer without name and open requests.',
      // The flow waits 3 s and then goes on without an answer.
      timeout: Duration.seconds(2),
      // The caller hears silence while it starts, so it gets a whole core.
      memory: 1769,
    });
    fn.set('lineRegion', props.settings.lineRegion);
    fn.set('organisations', JSON.stringify(props.settings.organisations ?? []));
    props.directory.grantLookUp(fn);
    props.interactions.grantAdd(fn);
    const { functionArn, callable } = callableByFlows(this, fn, props.instance);
    this.functionArn = functionArn;
    this.callable = callable;
  }
}
