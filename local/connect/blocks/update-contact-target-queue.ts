import { find } from '../resources.ts';
import { type Block, failed, next, notEmulated } from './types.ts';

/** Sets the working queue, which stays over TransferToFlow [docs]. */
export const updateContactTargetQueue: Block = (context) => {
  const { action, contact, resources, text } = context;
  if (action.parameters.AgentId !== undefined) return notEmulated(context, "an agent's own queue");
  const arn = text(action.parameters.QueueId);
  const queue = find(resources.queues, arn);
  if (!queue) return failed(`the instance has no queue "${arn}"`);
  contact.targetQueueArn = queue.arn;
  return next;
};
