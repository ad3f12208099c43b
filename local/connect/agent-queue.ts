import { arnBelow } from './arn.ts';

/** How many contacts wait for one agent at most [docs: default quota]. */
export const mostInAgentQueue = 10;

/** Every agent has a queue of their own, of type AGENT, without a name [docs]. Its ARN is the queue's, its id the agent's. */
export const agentQueueArn = (instanceArn: string, agentId: string) =>
  arnBelow(instanceArn, 'queue', `agent/${agentId}`);

/** The agent whose own queue this is; undefined for the standard ones. */
export const agentIdOfQueue = (queueArn: string) => /\/queue\/agent\/([^/]+)$/.exec(queueArn)?.[1];
