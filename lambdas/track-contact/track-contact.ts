import type { ContactFact } from '../../domain/interaction/facts.ts';
import type { Interaction } from '../../domain/interaction/types.ts';
import type { Contacts } from '../shared/contacts.ts';
import { lacksReason } from './lacks-reason.ts';
import { type PermitPorts, settlePermit } from './settle-permit.ts';

export interface Ports extends PermitPorts {
  /** Made only when asked, because few events need it. */
  contacts: () => Promise<Contacts>;
}

/** What became of an event's fact; `reason` tells whether the reason of an end was asked for, and found. */
export interface Tracked {
  state?: string;
  /** Of a call out. */
  permit?: string;
  reason: 'not-needed' | 'found' | 'not-yet';
  why?: string;
}

/**
 * Adds what an event said, and why the call ended where only Connect can tell. The event's own fact is stored first and
 * the summary is brought up to date in any case, so a fault in asking costs no more than the reason, and the thrown
 * fault has the event delivered again.
 */
export async function trackContact(fact: ContactFact, ports: Ports): Promise<Tracked> {
  const { interactions, contacts } = ports;
  const { interactionId } = fact;
  await interactions.addFact(fact);
  if (!lacksReason(fact)) {
    const interaction = await settlePermit(await interactions.refresh(interactionId), ports);
    return { ...shown(interaction), reason: 'not-needed' };
  }

  const asked = await settled(contacts().then((them) => them.reasonOf(fact)));
  if (asked.ok && asked.value.known) await interactions.addFact(asked.value.fact);
  const interaction = await settlePermit(await interactions.refresh(interactionId), ports);
  if (!asked.ok) throw asked.fault;
  if (asked.value.known) return { ...shown(interaction), reason: 'found' };
  return { ...shown(interaction), reason: 'not-yet', why: asked.value.why };
}

const shown = (interaction: Interaction | undefined) => ({
  state: interaction?.state,
  ...(interaction?.permit && { permit: interaction.permit.kind }),
});

async function settled<T>(promise: Promise<T>): Promise<{ ok: true; value: T } | { ok: false; fault: unknown }> {
  try {
    return { ok: true, value: await promise };
  } catch (fault) {
    return { ok: false, fault };
  }
}
