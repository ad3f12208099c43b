import * as z from 'zod/mini';
import type { AgentPresence } from '../api.ts';
import { type AgentEvent, agentEvent, contactRecord } from './agent-event.ts';
import { offline, presenceOf } from './states.ts';
import type { PresenceNews } from './types.ts';

export type Heard =
  | { ok: true; heard: PresenceNews }
  /** A stream may be shared by several instances, and with their contact records. */
  | { ok: false; reason: 'other-instance' | 'contact-record' }
  /** Not as Connect documents it: `message` names the field. */
  | { ok: false; reason: 'unreadable'; message: string };

/**
 * What a record of the agent event stream says of an agent's presence. Every event carries the whole agent as it was
 * then, so an event type that we have never heard of says as much as any other.
 *
 * @param record The record's data, out of JSON.
 */
export function hear(record: unknown, instanceArn: string): Heard {
  if (z.safeParse(contactRecord, record).success) return { ok: false, reason: 'contact-record' };
  const parsed = z.safeParse(agentEvent, record);
  if (!parsed.success) return unreadable(faults(parsed.error));
  const event = parsed.data;
  if (event.InstanceARN !== instanceArn) return { ok: false, reason: 'other-instance' };
  const { CurrentAgentSnapshot: current, PreviousAgentSnapshot: previous, EventTimestamp: at } = event;
  const username = current?.Configuration?.Username ?? previous?.Configuration?.Username;
  if (!username) return unreadable('CurrentAgentSnapshot.Configuration.Username: the event names no agent');
  const told = { agentArn: event.AgentARN, username, heardAt: at };
  if (event.EventType === 'LOGOUT') {
    return { ok: true, heard: { ...told, presence: left(current, at), loggedOutAt: at } };
  }
  if (!current) return unreadable('CurrentAgentSnapshot: only a LOGOUT may lack it');
  const repeated = event.EventType === 'HEART_BEAT' && { repeated: true as const };
  return { ok: true, heard: { ...told, presence: presenceOf(current, at), ...repeated } };
}

/** Whoever has logged out takes no calls, whatever status stayed behind. */
function left(snapshot: AgentEvent['CurrentAgentSnapshot'], at: string): AgentPresence {
  const presence = snapshot && presenceOf({ ...snapshot, Contacts: [] }, at);
  return presence?.type === 'offline' ? presence : offline(at);
}

const unreadable = (message: string): Heard => ({ ok: false, reason: 'unreadable', message });

function faults(error: z.core.$ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`).join('; ');
}
