import { arnOf, type Cloud, type Factory, physicalName } from '../cloud.ts';
import type { Pattern } from '../events/pattern.ts';
import { rateOf } from '../events/schedule.ts';
import type { Target } from '../events/target.ts';
import type { Properties } from '../types.ts';

/** What a target of the template may say; anything else would change what is delivered. */
const knownParts = new Set(['Arn', 'Id', 'Input', 'InputPath', 'DeadLetterConfig', 'RetryPolicy']);

function targetOf(target: Properties, cloud: Cloud): Target {
  const unknown = Object.keys(target).find((part) => !knownParts.has(part));
  if (unknown) throw new Error(`not emulated: ${unknown} of a rule's target`);
  const arn = String(target.Arn);
  if (!cloud.functions.find(arn) && !cloud.queues.has(arn)) {
    throw new Error(`not emulated: the target ${arn}, which is neither a function nor a queue of the template`);
  }
  const { Arn: deadLetterArn } = (target.DeadLetterConfig ?? {}) as { Arn?: string };
  return { arn, input: target.Input as string, inputPath: target.InputPath as string, deadLetterArn };
}

export const events: Record<string, Factory> = {
  'AWS::Events::Rule'(id, properties, cloud) {
    if (properties.EventBusName && properties.EventBusName !== 'default') {
      throw new Error(`not emulated: the event bus ${properties.EventBusName}`);
    }
    const name = physicalName(cloud, id, properties.Name);
    const arn = arnOf(cloud, 'events', `rule/${name}`);
    const schedule = properties.ScheduleExpression as string | undefined;
    if (schedule) rateOf(schedule);
    if (properties.State !== 'DISABLED') {
      const targets = ((properties.Targets ?? []) as Properties[]).map((target) => targetOf(target, cloud));
      cloud.bus.addRule({ name, arn, pattern: properties.EventPattern as Pattern | undefined, schedule, targets });
    }
    return { ref: name, attributes: { Arn: arn } };
  },
  'AWS::SQS::Queue'(id, properties, cloud) {
    const name = physicalName(cloud, id, properties.QueueName);
    const arn = arnOf(cloud, 'sqs', name);
    cloud.queues.add(arn, name);
    const url = `https://sqs.${cloud.place.region}.${cloud.place.urlSuffix}/${cloud.place.account}/${name}`;
    return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  },
};
