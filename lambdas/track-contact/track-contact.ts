import type { ContactFact } from '../../domain/interaction/facts.ts';
import type { Contacts } from '../shared/contacts.ts';
import type { Interactions } from '../shared/ports.ts';
import { lacksReason } from './lacks-reason.ts';

export interface Ports {
  interactions: Pick<Interactions, 'addFact' | 'refresh'>;
  /** Made only when asked, because few events need it. */
  contacts: () => Promise<Contacts>;
}

/** What became of an event's fact; `reason` tells whether the reason of an end was asked for, and found. */
export interface Tracked {
  state?: string;
  reason: 'not-needed' | 'found' | 'not-yet';
  why?: string;
}

/**
 * Adds what an event said, and why the call ended where only Connect can tell. The event's own fact is stored first and
 * the summary is brought up to date in any case, so a fault in asking costs no more than the reason, and the thrown
 * fault has the event delivered again.
 */
export async function trackContact(fact: ContactFact, { interactions, contacts }: Ports): Promise<Tracked> {
  const { interactionId } = fact;
  await interactions.addFact(fact);
  if (!lacksReason(fact)) {
    const interaction = await interactions.refresh(interactionId);
    return { state: interaction?.state, reason: 'not-needed' };
  }

  const asked = await settled(contacts().then((them) => them.reasonOf(fact)));
  if (asked.ok && asked.value.known) await interactions.addFact(asked.value.fact);
  const state = (await interactions.refresh(interactionId))?.state;
  if (!asked.ok) throw asked.fault;
  return asked.value.known ? { state, reason: 'found' } : { state, reason: 'not-yet', why: asked.value.why };
}

async function settled<T>(promise: Promise<T>): Promise<{ ok: true; value: T } | { ok: false; fault: unknown }> {
  try {
    return { ok: true, value: await promise };
  } catch (fault) {
    return { ok: false, fault };
  }
}
