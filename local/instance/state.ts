import type { CtiFaults } from '../connect/cti/faults.ts';
import { waits } from '../connect/machine/contact-life.ts';
import type { AgentView, Connect, ConnectionView, ContactStatus, ContactView } from '../connect/types.ts';
import type { InstanceState, ShownAgent, ShownContact, ShownLeg, ShownQueue, Stage } from './types.ts';

/** How many conversations that have ended stay on the page. */
const endedShown = 5;

/** The instance at this moment, made of what it shows to everybody. */
export function stateOf(
  connect: Connect,
  faults: CtiFaults,
  now: number,
): Omit<InstanceState, 'functions' | 'snapshotDelayMs'> {
  const agents = connect.agents();
  const contacts = connect.contacts();
  return {
    now,
    agents: agents.map((agent) => shownAgent(agent, faults)),
    queues: connect.queues().map((queue) => shownQueue(queue, agents, contacts)),
    contacts: shownContacts(contacts).map((contact) => withLine(contact, connect)),
  };
}

function shownAgent(agent: AgentView, faults: CtiFaults): ShownAgent {
  const { username, name, state, nextState, chosen, states, routingProfile, contacts } = agent;
  return {
    ...{ username, name, state: { name: state.name, type: state.type, since: state.since } },
    next: nextState?.name,
    chosen: chosen.name,
    states: states.map((one) => one.name),
    queues: routingProfile.queues.map((queue) => queue.name),
    contacts: contacts.map((contact) => ({
      contactId: contact.contactId,
      state: contact.state,
      stage: stageOf(contact),
      legs: contact.connections.map((leg) => shownLeg(leg, agent, contact)),
    })),
    faults: faults.of(username),
    ...faults.presence(username),
  };
}

/** A contact that the agent calls out with is `connecting` too, but the agent has it already. */
export function stageOf({ state, connections }: ContactView): Stage {
  if (state.type === 'incoming') return 'ringing';
  if (state.type === 'connected') return 'live';
  if (state.type !== 'connecting') return 'over';
  return connections.some(({ initial, type }) => initial && type === 'outbound') ? 'live' : 'ringing';
}

function withLine(contact: ContactStatus, connect: Connect): ShownContact {
  const call = connect.calls().find(({ contactId }) => contactId === contact.contactId);
  return { ...contact, line: call && { direction: call.direction, phase: call.phase } };
}

function shownLeg(leg: ConnectionView, agent: AgentView, contact: ContactView): ShownLeg {
  const { connectionId, type, initial, state, endpoint, muted = false } = leg;
  const base = { connectionId, state: state.type, since: state.since, muted };
  if (type === 'agent') return { ...base, party: 'agent', name: agent.name };
  if (!initial) return { ...base, party: 'third', name: leg.quickConnectName ?? endpoint.name ?? endpoint.phoneNumber };
  return { ...base, party: 'customer', name: endpoint.phoneNumber ?? contact.customerEndpoint?.address };
}

function shownQueue(queue: { arn: string; name: string }, agents: AgentView[], contacts: ContactStatus[]): ShownQueue {
  const since = contacts
    .filter((contact) => contact.queue?.arn === queue.arn && waits(contact.life))
    .flatMap(({ enqueuedAt }) => enqueuedAt ?? []);
  const available = agents.filter(
    ({ state, routingProfile }) =>
      state.type === 'routable' && routingProfile.queues.some(({ arn }) => arn === queue.arn),
  );
  return {
    name: queue.name,
    waiting: since.length,
    longestSince: since.length ? Math.min(...since) : undefined,
    available: available.length,
  };
}

function shownContacts(contacts: ContactStatus[]): ContactStatus[] {
  const chains = new Map<string, ContactStatus[]>();
  for (const contact of contacts) {
    chains.set(contact.initialContactId, [...(chains.get(contact.initialContactId) ?? []), contact]);
  }
  const newestFirst = [...chains.values()].toReversed();
  const goesOn = (chain: ContactStatus[]) => chain.some(({ life }) => life !== 'ended');
  const ended = newestFirst.filter((chain) => !goesOn(chain)).slice(0, endedShown);
  return newestFirst.filter((chain) => goesOn(chain) || ended.includes(chain)).flat();
}
