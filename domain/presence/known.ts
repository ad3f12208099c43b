import type { AgentPresence } from '../api.ts';
import { offline } from './states.ts';
import type { StoredPresence } from './types.ts';

/** Connect says every 120 s how each agent is; two of these may be lost. */
const longestSilence = 5 * 60_000;

/** The presence as it is to be believed now: of whom nothing was heard for five minutes is offline since then. */
export function believed({ presence, heardAt }: StoredPresence, now: Date): AgentPresence {
  const silent = now.getTime() - Date.parse(heardAt) > longestSilence;
  return silent && presence.type !== 'offline' ? offline(heardAt) : presence;
}

/** Whether other systems are still to be told. Offline is told once, though its beginning is said in several ways. */
export function unannounced({ presence, announced }: StoredPresence): boolean {
  if (announced?.name !== presence.name || announced.type !== presence.type) return true;
  return presence.type !== 'offline' && announced.since !== presence.since;
}
