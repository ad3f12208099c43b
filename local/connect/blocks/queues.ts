import { agentIdOfQueue, agentQueueArn, mostInAgentQueue } from '../agent-queue.ts';
import { idOf } from '../arn.ts';
import { type BlockContext, type BlockResult, failed } from './types.ts';

/** ARN of an agent's own queue; undefined when there is no such agent. Takes the agent's ARN or id [docs]. */
export function agentQueueOf({ agents, resources }: BlockContext, arnOrId: string): string | undefined {
  const agent = agents().find(({ id }) => id === idOf(arnOrId));
  return agent && agentQueueArn(resources.instance?.arn ?? '', agent.id);
}

/** Why no contact can enter this queue now; undefined when one can. A queue counts everyone who waits in it [docs]. */
export function fullness({ resources, waitingIn }: BlockContext, queueArn: string): BlockResult | undefined {
  const queue = resources.queues.get(queueArn);
  const isAgents = agentIdOfQueue(queueArn) !== undefined;
  if (!queue && !isAgents) return failed('no queue is set');
  if (queue && !queue.enabled) return failed(`the queue ${queue.name} is disabled`);
  const most = queue ? queue.maxContacts : mostInAgentQueue;
  if (most === undefined || waitingIn(queueArn).length < most) return undefined;
  return {
    kind: 'error',
    error: 'QueueAtCapacity',
    why: `${queue?.name ?? "the agent's queue"} holds ${most} contacts`,
  };
}
