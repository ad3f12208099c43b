import { find } from '../resources.ts';
import { agentQueueOf, fullness } from './queues.ts';
import { type Block, failed } from './types.ts';

/**
 * Takes the contact out of its queue and puts a new segment of it into another one; without a parameter into the working
 * queue [docs]. Fails for a contact that was not queued, and while an agent's phone rings for it [docs].
 */
export const dequeueContactAndTransferToQueue: Block = (context) => {
  const { action, contact, resources, text } = context;
  if (contact.life !== 'queued')
    return failed(`the contact is ${contact.life}, so it cannot be taken out of its queue`);
  const { QueueId: queueId, AgentId: agentId } = action.parameters;
  const arn = agentId === undefined ? (queueId === undefined ? contact.targetQueueArn : text(queueId)) : undefined;
  const queueArn =
    agentId === undefined ? find(resources.queues, arn ?? '')?.arn : agentQueueOf(context, text(agentId));
  if (!queueArn) return failed(`the instance has no queue "${arn ?? text(agentId)}"`);
  return fullness(context, queueArn) ?? { kind: 'end', end: { kind: 'moved', queueArn } };
};
