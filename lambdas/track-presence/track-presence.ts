import { unannounced } from '../../domain/presence/known.ts';
import type { HeardPresence, StoredPresence } from '../../domain/presence/types.ts';
import type { Announcements, Presences } from '../shared/presences.ts';

export interface Ports {
  presences: Presences;
  announcements: Announcements;
}

/**
 * Keeps what was heard of an agent and tells others when it differs from what they were told last. Telling comes after
 * keeping and before noting that it was done: whatever fails between is made good by the next event, whichever it is,
 * so a change is told at least once, and what is told is always the latest.
 */
export async function trackPresence(
  heard: HeardPresence,
  { presences, announcements }: Ports,
): Promise<{ kept: StoredPresence; told: boolean }> {
  const kept = await presences.keep(heard);
  if (!unannounced(kept)) return { kept, told: false };
  const { username, agentArn, presence, announced: previous } = kept;
  await announcements.presenceChanged({ username, agentArn, presence, ...(previous && { previous }) }, kept.heardAt);
  await presences.announced(kept);
  return { kept, told: true };
}
