import type { AsyncInvocations } from '../functions/asynchronous.ts';
import type { LocalFunctions } from '../functions/functions.ts';
import type { Queues } from './queues.ts';

/** A target of a rule: a function or a queue. */
export interface Target {
  arn: string;
  /** JSON that is sent instead of the event. */
  input?: string;
  /** Path of the part of the event that is sent, e.g. `$.detail`. */
  inputPath?: string;
  deadLetterArn?: string;
}

export type Deliver = (target: Target, input: unknown, rule: { name: string; arn: string }) => Promise<void>;

/** What a target is sent of an event. */
export function inputFor(target: Target, event: Record<string, unknown>): unknown {
  if (target.input !== undefined) return JSON.parse(target.input) as unknown;
  if (target.inputPath === undefined) return event;
  return target.inputPath
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event);
}

/**
 * Delivers as EventBridge does. A function that may not be invoked is not tried again: the event goes to the target's
 * dead-letter queue. Faults of the function itself are Lambda's to try again.
 */
export function createDelivery(functions: LocalFunctions, asynchronous: AsyncInvocations, queues: Queues): Deliver {
  return async (target, input, rule) => {
    if (queues.has(target.arn)) {
      queues.send(target.arn, { body: input });
      return;
    }
    const by = { principal: 'events.amazonaws.com', sourceArn: rule.arn };
    const name = functions.find(target.arn)?.name ?? target.arn;
    const { invocation } = await asynchronous.invoke(name, input, by);
    if (invocation.outcome !== 'refused' || target.deadLetterArn === undefined) return;
    queues.send(target.deadLetterArn, { body: input, why: `rule ${rule.name}: ${invocation.message}` });
  };
}
