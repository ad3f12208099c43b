import { endedBefore } from './leg-kind.ts';
import { compare } from './legs.ts';
import { isOutbound } from './outcomes.ts';
import type { Leg } from './types.ts';

/**
 * The agent who has the conversation, or had it last. It stays with whoever had it first, also while somebody whom they
 * called is on it too; when they leave, it passes to who stays, or to whoever answers next. So a consultation that came
 * back changes nothing.
 *
 * @param legs In any order, none of them a supervisor's.
 */
export function holderOf(legs: readonly Leg[]): string | undefined {
  const [first, ...later] = legs
    .flatMap((leg) => {
      const since = leg.connectedAt ?? dialledAt(leg);
      return leg.agentArn !== undefined && since !== undefined ? [{ leg, since }] : [];
    })
    .sort((a, b) => compare(a.since, b.since) || compare(a.leg.contactId, b.leg.contactId))
    .map(({ leg }) => leg);
  return later.reduce((holder, leg) => (holder && endedBefore(holder, leg) ? leg : holder), first)?.agentArn;
}

/** An agent who dials has the call before anything is connected. */
function dialledAt(leg: Leg): string | undefined {
  return isOutbound(leg.method) ? leg.startedAt : undefined;
}
