import { agentIdOfQueue } from '../agent-queue.ts';
import { idOf } from '../arn.ts';
import { find } from '../resources.ts';
import type { Agent, World } from './world.ts';

/** Where a contact can wait: a queue of the template, or the one that every agent has [docs]. */
export interface WaitingPlace {
  arn: string;
  /** An agent's own queue has none at AWS; here it is the user name [assumed]. */
  name: string;
}

/** By ARN or id; undefined for a queue that the instance does not have. */
export function queueOf(world: World, arnOrId: string): WaitingPlace | undefined {
  const agent = agentIdOfQueue(arnOrId);
  const name = agent === undefined ? undefined : agentOf(world, agent)?.username;
  return name === undefined ? find(world.resources.queues, arnOrId) : { arn: arnOrId, name };
}

/** The agent with this id or ARN. */
export function agentOf(world: World, arnOrId: string): Agent | undefined {
  const id = idOf(arnOrId);
  return [...world.agents.values()].find((agent) => agent.id === id);
}
