import { find } from '../resources.ts';
import { agentQueueOf } from './queues.ts';
import { type Block, failed, next } from './types.ts';

/** Sets the working queue, a standard one or an agent's own; it stays over TransferToFlow [docs]. */
export const updateContactTargetQueue: Block = (context) => {
  const { action, contact, resources, text } = context;
  const { AgentId: agentId, QueueId: queueId } = action.parameters;
  const wanted = text(agentId ?? queueId);
  const queueArn = agentId === undefined ? find(resources.queues, wanted)?.arn : agentQueueOf(context, wanted);
  if (!queueArn) return failed(`the instance has no ${agentId === undefined ? 'queue' : 'agent'} "${wanted}"`);
  contact.targetQueueArn = queueArn;
  return next;
};
