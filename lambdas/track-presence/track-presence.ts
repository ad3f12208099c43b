import { isAnother, knownAfter } from '../../domain/presence/known.ts';
import type { PresenceNews } from '../../domain/presence/types.ts';
import type { Announcements, Presences } from '../shared/presences.ts';

export interface Ports {
  presences: Presences;
  announcements: Announcements;
}

/** What became of an event: the agent's presence was changed and told, or is as it was, or is known from a later event. */
export type Tracked = 'changed' | 'same' | 'out-of-date';

/**
 * Tells others when what was heard of an agent is another presence than the one before, then keeps it. In this order a
 * change that could not be told is not kept either, and so it is told when its event comes again, or by the agent's next.
 */
export async function trackPresence(news: PresenceNews, { presences, announcements }: Ports): Promise<Tracked> {
  const before = await presences.of(news.agentArn);
  if (before && before.heardAt > news.heardAt) return 'out-of-date';
  const heard = knownAfter(before, news);
  const { username, agentArn, presence, heardAt } = heard;
  const changed = isAnother(before?.presence, presence);
  if (changed) {
    const previous = before && { previous: before.presence };
    await announcements.presenceChanged({ username, agentArn, presence, ...previous }, heardAt);
  }
  await presences.keep(heard);
  return changed ? 'changed' : 'same';
}
