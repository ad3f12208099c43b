import type { AgentPresence } from '../api.ts';
import { offline } from './states.ts';
import type { HeardPresence } from './types.ts';

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
