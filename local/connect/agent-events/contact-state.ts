import type { AgentView, ContactView } from '../types.ts';

/** A contact's state as agent events and GetCurrentUserData name it [docs]. */
export type AgentContactState =
  | 'INCOMING'
  | 'PENDING'
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTED_ONHOLD'
  | 'MISSED'
  | 'ERROR'
  | 'ENDED';

const plain = {
  incoming: 'INCOMING',
  pending: 'PENDING',
  connecting: 'CONNECTING',
  missed: 'MISSED',
  ended: 'ENDED',
} as const;

/** States of the agent that say what went wrong with the telephone, rather than that nobody took the call. */
const failures = new Set(['FailedConnectAgent', 'FailedConnectCustomer', 'LineEngagedCustomer', 'BadAddressCustomer']);

/**
 * The state of one of the agent's contacts and since when (epoch ms). A ring that nobody took is MISSED, also when it
 * was rejected [docs]; a softphone that failed, and a customer who was not reached, is an ERROR [assumed]. On hold counts the initial party, whom the agent had
 * first; a third party on hold leaves the contact connected [assumed].
 */
export function contactState(agent: AgentView, contact: ContactView): { state: AgentContactState; since: number } {
  const { type, since } = contact.state;
  if (type === 'error') {
    return { state: failures.has(agent.state.name) ? 'ERROR' : 'MISSED', since };
  }
  if (type !== 'connected') return { state: plain[type], since };
  const held = contact.connections.find(({ initial, state }) => initial && state.type === 'hold');
  return held ? { state: 'CONNECTED_ONHOLD', since: held.state.since } : { state: 'CONNECTED', since };
}
