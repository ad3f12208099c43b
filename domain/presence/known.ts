import type { AgentPresence } from '../api.ts';
import { offline } from './states.ts';
import type { HeardPresence, PresenceNews } from './types.ts';

/** Connect says every 120 s how each agent is; two of these may be lost. */
const longestSilence = 5 * 60_000;

/** The presence as it is to be believed now: of whom nothing was heard for five minutes is offline since then. */
export function believed({ presence, heardAt }: HeardPresence, now: Date): AgentPresence {
  const silent = now.getTime() - Date.parse(heardAt) > longestSilence;
  return silent && presence.type !== 'offline' ? offline(heardAt) : presence;
}

/** Whether one presence is another than the one before. Offline is one, though its beginning is said in several ways. */
export function isAnother(before: AgentPresence | undefined, now: AgentPresence): boolean {
  if (before?.name !== now.name || before.type !== now.type) return true;
  return now.type !== 'offline' && before.since !== now.since;
}

/**
 * What is known after an event. Connect repeats how an agent was for up to an hour after they logged out [docs], perhaps
 * with the status that stayed behind, and that brings nobody back. What is repeated later than that means that they came
 * back and that it was not heard.
 */
export function knownAfter(before: HeardPresence | undefined, { repeated, ...heard }: PresenceNews): HeardPresence {
  if (!repeated || before?.loggedOutAt === undefined) return heard;
  const { presence, loggedOutAt } = before;
  const stillOut = Date.parse(heard.heardAt) - Date.parse(loggedOutAt) <= repeatsAfterLogout;
  return stillOut ? { ...heard, presence, loggedOutAt } : heard;
}

/** An hour, and one repetition more. */
const repeatsAfterLogout = 62 * 60_000;
