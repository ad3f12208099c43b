import { isDeepStrictEqual } from 'node:util';
import type { AgentView } from '../types.ts';
import { type AgentSnapshot, chosenOf } from './snapshot.ts';

export type AgentEventType = 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';

/** One record of the agent event stream [docs]. */
export interface AgentEvent {
  AWSAccountId: string;
  AgentARN: string;
  InstanceARN: string;
  EventId: string;
  EventTimestamp: string;
  EventType: AgentEventType;
  Version: '2017-10-01';
  CurrentAgentSnapshot: AgentSnapshot;
  /** Not with LOGIN and LOGOUT [docs]. */
  PreviousAgentSnapshot: AgentSnapshot | null;
}

/** An agent at one moment. */
export interface Presence {
  signedIn: boolean;
  snapshot: AgentSnapshot;
}

/** What an event is told of besides. `at` is epoch ms. */
export interface About {
  account: string;
  instanceArn: string;
  agentArn: string;
  eventId: string;
  at: number;
}

/** The event that tells of the change from one moment to the next; undefined when nothing that it shows has changed. */
export function agentEvent(before: Presence | undefined, after: Presence, about: About): AgentEvent | undefined {
  if (!before?.signedIn && !after.signedIn) return undefined;
  if (!before?.signedIn) return eventOf('LOGIN', after.snapshot, null, about);
  if (!after.signedIn) return eventOf('LOGOUT', after.snapshot, null, about);
  if (isDeepStrictEqual(before.snapshot, after.snapshot)) return undefined;
  return eventOf('STATE_CHANGE', after.snapshot, before.snapshot, about);
}

/** Says that nothing has changed for two minutes. */
export const heartBeat = ({ snapshot }: Presence, about: About): AgentEvent =>
  eventOf('HEART_BEAT', snapshot, snapshot, about);

function eventOf(
  type: AgentEventType,
  current: AgentSnapshot,
  previous: AgentSnapshot | null,
  { account, instanceArn, agentArn, eventId, at }: About,
): AgentEvent {
  return {
    ...{ AWSAccountId: account, AgentARN: agentArn, InstanceARN: instanceArn, EventId: eventId },
    ...{ EventTimestamp: new Date(at).toISOString(), EventType: type, Version: '2017-10-01' },
    ...{ CurrentAgentSnapshot: current, PreviousAgentSnapshot: previous },
  };
}

/**
 * Whether the agent counts as signed in after a change of the screen. Choosing Offline signs out, once no contact is
 * left; whoever comes to work or has a
 * contact is signed in, also by the API alone. Otherwise it stays as the softphone's session left it.
 */
export function signedInAfter(was: boolean, before: AgentView | undefined, after: AgentView): boolean {
  const away = (view: AgentView | undefined) => !view || (chosenOf(view)?.type === 'offline' && !view.contacts.length);
  if (away(after)) return away(before) ? was : false;
  const chose = before?.chosen.name !== after.chosen.name || before.chosen.since !== after.chosen.since;
  return was || away(before) || chose || after.contacts.length > 0;
}
