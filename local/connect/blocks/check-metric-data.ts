import { agentIdOfQueue } from '../agent-queue.ts';
import { asText } from '../flow/references.ts';
import { find } from '../resources.ts';
import { agentQueueOf } from './queues.ts';
import { type AgentSeen, type Block, failed, notEmulated } from './types.ts';

const agentMetrics: Record<string, (agent: AgentSeen) => boolean> = {
  NumberOfAgentsAvailable: (agent) => agent.available,
  NumberOfAgentsStaffed: (agent) => agent.staffed,
  NumberOfAgentsOnline: (agent) => agent.online,
};

/**
 * A figure of a queue, of an agent's own queue, or of the working queue when none is named. The age of the oldest
 * contact comes in milliseconds [seen in console exports]. AWS's figures are some seconds old, ours are not.
 */
export const checkMetricData: Block = (context) => {
  const { action, contact, resources, text, agents, waitingIn, now } = context;
  const { MetricType: metric, QueueId: queueId, AgentId: agentId } = action.parameters;
  const queueArn =
    agentId !== undefined
      ? agentQueueOf(context, text(agentId))
      : queueId !== undefined
        ? find(resources.queues, text(queueId))?.arn
        : contact.targetQueueArn;
  if (!queueArn) return failed('there is no such queue or agent, or no queue is set');
  const counts = agentMetrics[asText(metric)];
  if (counts) {
    const agent = agentIdOfQueue(queueArn);
    const serving = agents().filter(({ id, queueArns }) => (agent ? id === agent : queueArns.includes(queueArn)));
    return { kind: 'outcome', value: String(serving.filter(counts).length) };
  }
  const waiting = waitingIn(queueArn);
  if (metric === 'NumberOfContactsInQueue') return { kind: 'outcome', value: String(waiting.length) };
  if (metric === 'OldestContactInQueueAgeSeconds') {
    return { kind: 'outcome', value: String(waiting.length ? now() - Math.min(...waiting) : 0) };
  }
  return notEmulated(context, `the metric ${asText(metric)}`);
};
