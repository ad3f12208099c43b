import { factKey } from './fact-key.ts';
import { type ContactFact, type Fact, isContactFact } from './facts.ts';
import { legKind } from './leg-kind.ts';
import type { Leg } from './types.ts';

/** What a leg takes over from its facts as they stand. */
const said = [
  'previousContactId',
  'method',
  'queueArn',
  'agentArn',
  'startedAt',
  'connectedToSystemAt',
  'enqueuedAt',
  'connectedAt',
  'endedAt',
  'afterCallWorkStartedAt',
  'afterCallWorkEndedAt',
  'reason',
] as const satisfies readonly (keyof ContactFact & keyof Leg)[];

/** An event of this name says by its name alone that the thing happened, at the latest when the event was sent. */
const impliedByKind: Record<string, 'startedAt' | 'enqueuedAt' | 'connectedAt' | 'endedAt'> = {
  INITIATED: 'startedAt',
  QUEUED: 'enqueuedAt',
  CONNECTED_TO_AGENT: 'connectedAt',
  DISCONNECTED: 'endedAt',
  COMPLETED: 'endedAt',
};

/** Every contact that the facts speak of, in the order in which they started; facts in any order, also repeated. */
export function legsOf(facts: readonly Fact[]): Leg[] {
  const legs = new Map<string, Leg>();
  for (const fact of facts) legs.set(fact.contactId, { contactId: fact.contactId });

  const ordered = inPrecedence(facts.filter(isContactFact));
  for (const fact of ordered) Object.assign(legOf(legs, fact.contactId), saidBy(fact));
  // Latest first, so that the earliest sending of a repeated event decides: it is nearest to what happened.
  for (const fact of ordered.toReversed()) imply(legOf(legs, fact.contactId), fact, ordered);
  for (const leg of inTime(legs)) {
    // Moving to another queue ends the contact that was moved [documented: a contact's disconnect time is its own end].
    const moved = leg.method === 'QUEUE_TRANSFER' ? legs.get(leg.previousContactId ?? '') : undefined;
    if (moved && moved.endedAt === undefined) moved.endedAt = leg.startedAt;
  }
  return inTime(legs).map((leg) => {
    const kind = legKind(leg, legs.get(leg.previousContactId ?? ''));
    return kind === undefined ? leg : { ...leg, kind };
  });
}

function inTime(legs: Map<string, Leg>): Leg[] {
  return [...legs.values()].sort((a, b) => compare(begin(a), begin(b)) || compare(a.contactId, b.contactId));
}

/**
 * Facts in the order in which a later one overrules an earlier one. Events overrule a description, whose times may be
 * cut to the second; among equals the source's own time decides, then the key, so that the order is total.
 */
export function inPrecedence<F extends Fact>(facts: readonly F[]): F[] {
  const rank = (fact: Fact) => `${fact.source === 'describe-contact' ? 0 : 1}#${fact.at}#${factKey(fact)}`;
  return facts
    .map((fact) => ({ fact, rank: rank(fact) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ fact }) => fact);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function legOf(legs: Map<string, Leg>, contactId: string): Leg {
  const leg = legs.get(contactId) ?? { contactId };
  legs.set(contactId, leg);
  return leg;
}

function saidBy(fact: ContactFact): Partial<Leg> {
  return Object.fromEntries(said.filter((name) => fact[name] !== undefined).map((name) => [name, fact[name]]));
}

function imply(leg: Leg, fact: ContactFact, all: readonly ContactFact[]): void {
  const name = fact.source === 'contact-event' ? impliedByKind[fact.kind] : undefined;
  if (name === undefined) return;
  const stated = all.some((other) => other.contactId === fact.contactId && other[name] !== undefined);
  if (!stated) leg[name] = fact.at;
}

/** Where a leg belongs in time; one of which no time is known comes first, because only the first one's caller is known. */
function begin(leg: Leg): string {
  return leg.startedAt ?? leg.enqueuedAt ?? leg.connectedAt ?? leg.endedAt ?? '';
}
