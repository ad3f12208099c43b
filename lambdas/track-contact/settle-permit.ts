import { coverOf, type Dial } from '../../domain/calling/permit.ts';
import { dialIn, permitFact } from '../../domain/calling/permit-fact.ts';
import type { PermitFact } from '../../domain/interaction/facts.ts';
import type { Interaction } from '../../domain/interaction/types.ts';
import type { CallsOut } from '../shared/calls-out.ts';
import type { Interactions } from '../shared/ports.ts';

export interface PermitPorts {
  interactions: Pick<Interactions, 'addFact' | 'refresh'>;
  callsOut: CallsOut;
  /** A number was dialled without leave; said again when what follows failed. */
  onViolation: (fact: PermitFact) => void;
}

/**
 * Says of a call out, once its agent, number and beginning are known, whether it was allowed. An outbound call costs
 * four write units and two read units for it, and a fifth for the permit itself; any other call nothing. An event that
 * comes late can show that the permit was this call's and not that of a later one, which is then on record as a
 * violation too.
 *
 * @returns The record with that fact; as it was, when there was nothing to settle.
 */
export async function settlePermit(
  interaction: Interaction | undefined,
  { interactions, callsOut, onViolation }: PermitPorts,
): Promise<Interaction | undefined> {
  const dial = interaction && dialIn(interaction);
  if (!dial) return interaction;
  await callsOut.dialled(dial);
  const { dials, permits } = await callsOut.around(dial);
  const cover = coverOf(dials, permits);

  const settle = async (one: Dial) => {
    const fact = permitFact(one, cover.get(one.contactId));
    // First of all: once the fact is stored the permit is settled, and nobody would come by here again.
    if (fact.kind === 'violation') onViolation(fact);
    await interactions.addFact(fact);
    return interactions.refresh(one.interactionId);
  };
  const later = dials.filter((one) => one.at > dial.at && one.number === dial.number && !cover.get(one.contactId));
  for (const displaced of later) await settle(displaced);
  return settle(dial);
}
