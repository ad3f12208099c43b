/// <reference types="amazon-connect-streams" />
/** Reads Streams' live objects into plain data. They change under the reader, so this happens once per update. */
import type { AgentSnapshot, ContactSnapshot, PartySnapshot } from './snapshot.ts';

/** Durations already allow for the difference between Connect's clock and this one. */
const since = (duration: number) => Date.now() - duration;

function partyOf(leg: connect.BaseConnection): PartySnapshot {
  const endpoint = leg.getEndpoint();
  const { getQuickConnectName } = leg as Partial<connect.VoiceConnection>;
  return {
    state: leg.getState().type,
    at: since(leg.getStateDuration()),
    number: endpoint?.phoneNumber || undefined,
    kind: endpoint?.type ?? undefined,
    name: getQuickConnectName?.call(leg) || endpoint?.name || undefined,
  };
}

/** An agent's own queue, where a call waits for this agent alone, is nothing to tell the agent. */
function queueOf(contact: connect.Contact): string | undefined {
  const queue = contact.getQueue();
  return queue?.queueARN?.includes('/queue/agent/') ? undefined : queue?.name || undefined;
}

function readContact(contact: connect.Contact): ContactSnapshot {
  const attributes = Object.values(contact.getAttributes() ?? {}).flatMap((one) =>
    one ? [[one.name, one.value]] : [],
  );
  const initial = contact.getInitialConnection();
  return {
    contactId: contact.getContactId(),
    initialContactId: contact.getInitialContactId() || undefined,
    type: contact.getType(),
    inbound: initial?.getType() !== 'outbound',
    state: { type: contact.getState().type, at: since(contact.getStateDuration()) },
    queue: queueOf(contact),
    queuedAt: contact.getQueueTimestamp()?.getTime(),
    attributes: Object.fromEntries(attributes),
    customer: initial ? partyOf(initial) : undefined,
    thirds: contact.getThirdPartyConnections().map(partyOf),
  };
}

/** The agent with all contacts, as of this update. */
export function readAgent(agent: connect.Agent): AgentSnapshot {
  // The library calls this deprecated because calls overlay it; showing that overlay is what is wanted here.
  const state = agent.getState();
  return {
    name: agent.getName(),
    state: { name: state.name, type: state.type, at: since(agent.getStateDuration()) },
    permissions: agent.getPermissions(),
    states: agent.getAgentStates().map(({ name, type }) => ({ name, type })),
    chosen: agent.getAvailabilityState()?.state ?? undefined,
    next: agent.getNextState()?.name ?? undefined,
    contacts: agent.getContacts().map(readContact),
  };
}
