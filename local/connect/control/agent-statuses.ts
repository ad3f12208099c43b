import { idOf } from '../arn.ts';
import { agentStatuses } from '../exchange/agents.ts';
import { chooseStatus } from '../exchange/commands.ts';
import type { AgentStatus, Resources } from '../resources.ts';
import { notFound } from './errors.ts';
import type { Operation } from './operations.ts';
import { page } from './page.ts';
import { agentOf } from './users.ts';

const statusOf = (resources: Resources, given: unknown): AgentStatus => {
  const id = idOf(String(given));
  const status = agentStatuses(resources).find(({ arn }) => idOf(arn) === id);
  if (!status) throw notFound(`agent status ${given}`);
  return status;
};

export const listAgentStatuses: Operation = ({ resources }, input) => {
  const types = Array.isArray(input.AgentStatusTypes) ? input.AgentStatusTypes : undefined;
  const wanted = agentStatuses(resources).filter(({ type }) => types?.includes(type) ?? true);
  const { items, NextToken } = page(wanted, input, 1000);
  return {
    AgentStatusSummaryList: items.map(({ arn, name, type }) => ({ Id: idOf(arn), Arn: arn, Name: name, Type: type })),
    NextToken,
  };
};

/** While the agent has a contact it is the next status that is set [docs], also in the after-call work. */
export const putUserStatus: Operation = (world, input) => {
  const agent = agentOf(world, input.UserId);
  chooseStatus(world, agent, statusOf(world.resources, input.AgentStatusId), true);
  return {};
};
