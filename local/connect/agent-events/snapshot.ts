import type { AgentView, ContactView } from '../types.ts';
import { contactState } from './contact-state.ts';

interface Named {
  ARN: string;
  Name: string | null;
}

/** One of the agent's contacts; times are ISO 8601 with milliseconds. */
export interface ContactSnapshot {
  ContactId: string;
  /** Null on the first leg of a conversation [docs: sample]. */
  InitialContactId: string | null;
  Channel: 'VOICE';
  InitiationMethod: string;
  State: string;
  StateStartTimestamp: string;
  ConnectedToAgentTimestamp: string | null;
  QueueTimestamp: string | null;
  Queue: Named | null;
}

/** The agent as an agent event shows it [docs: agent event streams data model]. */
export interface AgentSnapshot {
  /** What was chosen, by the agent or for the agent: contacts do not touch it [docs]. */
  AgentStatus: { ARN: string | null; Name: string; Type: string; StartTimestamp: string };
  NextAgentStatus: { ARN: string | null; Name: string; EnqueuedTimestamp: string } | null;
  Configuration: {
    FirstName: string;
    LastName: string;
    Username: string;
    AgentHierarchyGroups: null;
    RoutingProfile: {
      ARN: string;
      Name: string;
      Concurrency: { Channel: 'VOICE'; AvailableSlots: number; MaximumSlots: number }[];
      DefaultOutboundQueue: Named;
      InboundQueues: Named[];
    };
  };
  Contacts: ContactSnapshot[];
}

const types = { routable: 'ROUTABLE', not_routable: 'CUSTOM', offline: 'OFFLINE' } as const;

/** The state that was chosen, as one of those that may be. */
export const chosenOf = ({ states, chosen }: AgentView) => states.find(({ name }) => name === chosen.name);

/**
 * What an event shows of the agent. `before` is the former snapshot: it knows since when a contact is connected that
 * is on hold or over by now, which the agent's screen does not tell.
 */
export function agentSnapshot(
  agent: AgentView,
  name: { firstName: string; lastName: string },
  before?: AgentSnapshot,
): AgentSnapshot {
  const { arn, routingProfile, nextState } = agent;
  const status = chosenOf(agent);
  const known = new Map(before?.Contacts.map((contact) => [contact.ContactId, contact.ConnectedToAgentTimestamp]));
  const named = (queue: { arn: string; name: string }): Named => ({ ARN: queue.arn, Name: queue.name });
  return {
    AgentStatus: {
      ARN: status?.arn ?? null,
      Name: agent.chosen.name,
      Type: types[status?.type ?? 'not_routable'],
      StartTimestamp: iso(agent.chosen.since),
    },
    NextAgentStatus: nextState
      ? { ARN: nextState.arn, Name: nextState.name, EnqueuedTimestamp: iso(nextState.since) }
      : null,
    Configuration: {
      ...{ FirstName: name.firstName, LastName: name.lastName, Username: agent.username, AgentHierarchyGroups: null },
      RoutingProfile: {
        ...{ ARN: routingProfile.arn, Name: routingProfile.name },
        Concurrency: [{ Channel: 'VOICE', AvailableSlots: agent.contacts.length ? 0 : 1, MaximumSlots: 1 }],
        DefaultOutboundQueue: named(routingProfile.defaultOutboundQueue),
        // The agent's own queue is among them, without a name.
        InboundQueues: [
          ...routingProfile.queues.map(named),
          { ARN: arn.replace('/agent/', '/queue/agent/'), Name: null },
        ],
      },
    },
    Contacts: agent.contacts.map((contact) => contactSnapshot(agent, contact, known.get(contact.contactId))),
  };
}

function contactSnapshot(agent: AgentView, contact: ContactView, connectedAt: string | null = null): ContactSnapshot {
  const { contactId, initialContactId, initiationMethod, queue, enqueuedAt } = contact;
  const { state, since } = contactState(agent, contact);
  const own = contact.connections.find(({ type }) => type === 'agent');
  // In a call out the agent's own leg is there before anybody has answered.
  const together = contact.state.type === 'connected' && own?.state.type === 'connected';
  const connected = together ? iso(own.state.since) : null;
  return {
    ContactId: contactId,
    InitialContactId: initialContactId === contactId ? null : initialContactId,
    Channel: 'VOICE',
    InitiationMethod: initiationMethod.toUpperCase(),
    State: state,
    StateStartTimestamp: iso(since),
    ConnectedToAgentTimestamp: connectedAt ?? connected,
    QueueTimestamp: enqueuedAt === undefined ? null : iso(enqueuedAt),
    Queue: queue ? { ARN: queue.arn, Name: queue.name } : null,
  };
}

const iso = (at: number) => new Date(at).toISOString();
