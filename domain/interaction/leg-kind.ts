import type { Leg, LegKind } from './types.ts';

/**
 * What a later leg was to the conversation, as far as its times tell; undefined while they do not, and for a first leg.
 *
 * A consultation, a conference and a transfer begin alike: an agent calls somebody through a quick connect, which makes
 * a contact of method TRANSFER [documented]. Who left first tells them apart: the agent who called, and it was a
 * transfer; the one who was called, and it was a consultation, or a conference if the customer was not on hold all that
 * time. That time stands in no event, so a conference is only known where both left together, as when the customer hangs
 * up on both.
 *
 * @param caller The leg from which this one was called.
 */
export function legKind(leg: Leg, caller: Leg | undefined): LegKind | undefined {
  if (leg.method === 'QUEUE_TRANSFER') return 'queue-transfer';
  if (leg.method === 'EXTERNAL_OUTBOUND') return 'external';
  if (leg.method !== 'TRANSFER' || !caller) return undefined;
  if (endedTogether(leg, caller)) return leg.connectedAt === undefined ? 'consult' : 'conference';
  if (endedBefore(caller, leg)) return 'transfer';
  return endedBefore(leg, caller) ? 'consult' : undefined;
}

/** Ends that are nearer to each other than this had one cause, in milliseconds: it takes Connect a moment to tell all legs. */
const oneCause = 1_000;

export function endedTogether(a: Pick<Leg, 'endedAt'>, b: Pick<Leg, 'endedAt'>): boolean {
  return a.endedAt !== undefined && b.endedAt !== undefined && Math.abs(span(a.endedAt, b.endedAt)) < oneCause;
}

/** Whether the first had ended while the other went on. */
export function endedBefore(a: Leg, b: Leg): boolean {
  return a.endedAt !== undefined && (b.endedAt === undefined || span(a.endedAt, b.endedAt) >= oneCause);
}

const span = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
