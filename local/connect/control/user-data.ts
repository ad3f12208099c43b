import { contactState } from '../agent-events/contact-state.ts';
import { idOf } from '../arn.ts';
import { agentView } from '../exchange/agents.ts';
import type { AgentView, ContactView } from '../types.ts';
import { invalid, notEmulated } from './errors.ts';
import type { Operation } from './operations.ts';
import { page } from './page.ts';

/** Agents at work with their contacts, now. Agents who are offline and have no contact are left out [assumed: "active"]. */
export const getCurrentUserData: Operation = (world, input) => {
  const { Agents, Queues, RoutingProfiles, ContactFilter, ...others } = Object(input.Filters);
  const [other] = Object.keys(others);
  if (other) throw notEmulated(`GetCurrentUserData by ${other}`);
  const [agents, queues, profiles] = [ids(Agents), ids(Queues), ids(RoutingProfiles)];
  if (!agents && !queues && !profiles) throw invalid('Filters names Agents, Queues or RoutingProfiles');
  const states: string[] | undefined = ids(Object(ContactFilter).ContactStates);

  const found = [...world.agents.values()]
    .map((agent) => agentView(world, agent))
    .filter((agent) => agent.chosen.name !== 'Offline' || agent.contacts.length > 0)
    .filter((agent) => agents?.includes(agent.id) ?? true)
    .filter((agent) => profiles?.includes(idOf(agent.routingProfile.arn)) ?? true)
    .filter((agent) => !queues || agent.routingProfile.queues.some(({ arn }) => queues.includes(idOf(arn))))
    .filter(
      (agent) => !states || agent.contacts.some((contact) => states.includes(contactState(agent, contact).state)),
    );
  const { items, NextToken } = page(found, input, 100);
  return {
    UserDataList: items.map(userData),
    NextToken,
    ApproximateTotalCount: found.length,
  };
};

const ids = (given: unknown): string[] | undefined =>
  Array.isArray(given) && given.length ? given.map((one) => idOf(String(one))) : undefined;

const reference = (arn: string) => ({ Id: idOf(arn), Arn: arn });

function userData(agent: AgentView): object {
  const status = agent.states.find(({ name }) => name === agent.chosen.name);
  const live = agent.contacts.length;
  const free = agent.state.type === 'routable' ? 1 : 0;
  return {
    User: reference(agent.arn),
    RoutingProfile: reference(agent.routingProfile.arn),
    Status: {
      StatusArn: status?.arn,
      StatusName: agent.chosen.name,
      StatusStartTimestamp: new Date(agent.chosen.since),
    },
    NextStatus: agent.nextState?.name,
    AvailableSlotsByChannel: { VOICE: free },
    MaxSlotsByChannel: { VOICE: 1 },
    ActiveSlotsByChannel: { VOICE: Math.min(live, 1) },
    Contacts: agent.contacts.map((contact) => contactData(agent, contact)),
  };
}

function contactData(agent: AgentView, contact: ContactView): object {
  const { state, since } = contactState(agent, contact);
  const taken = contact.connections.find(({ type, state: leg }) => type === 'agent' && leg.type === 'connected');
  return {
    ContactId: contact.contactId,
    Channel: 'VOICE',
    InitiationMethod: contact.initiationMethod.toUpperCase(),
    AgentContactState: state,
    StateStartTimestamp: new Date(since),
    ConnectedToAgentTimestamp: taken && new Date(taken.state.since),
    Queue: contact.queue && reference(contact.queue.arn),
  };
}
