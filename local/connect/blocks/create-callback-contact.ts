import { find } from '../resources.ts';
import { agentQueueOf, fullness } from './queues.ts';
import { type Block, failed, next, notEmulated } from './types.ts';

/**
 * Has the customer called back from the named queue, else from the working one; the flow goes on [docs]. A full queue
 * takes the error branch [docs]. MaximumConnectionAttempts counts the attempts, the first one included [assumed].
 */
export const createCallbackContact: Block = (context) => {
  const { action, contact, resources, text, requestCallback } = context;
  const { parameters } = action;
  if (parameters.ContactFlowId !== undefined)
    return notEmulated(context, 'a flow that runs when a callback is created');
  if (parameters.CallerId !== undefined) return notEmulated(context, 'a caller id of a callback');
  const { QueueId: queueId, AgentId: agentId } = parameters;
  const queueArn =
    agentId !== undefined
      ? agentQueueOf(context, text(agentId))
      : queueId !== undefined
        ? find(resources.queues, text(queueId))?.arn
        : contact.targetQueueArn;
  if (!queueArn) return failed('there is no such queue or agent, or no queue is set');
  const number = contact.callbackNumber ?? contact.customer?.address;
  if (!number) return failed('there is no number to call back');
  const full = fullness(context, queueArn);
  if (full) return full;
  const seconds = (name: string) => Number(text(parameters[name])) * 1000;
  requestCallback({
    customer: { address: number, type: 'TELEPHONE_NUMBER' },
    queueArn,
    initialDelay: seconds('InitialCallDelaySeconds'),
    retryAfter: seconds('RetryDelaySeconds'),
    attempts: Number(text(parameters.MaximumConnectionAttempts)),
  });
  return next;
};
