import type { PermitFact } from '../interaction/facts.ts';
import type { Interaction } from '../interaction/types.ts';
import type { Dial, Permit } from './permit.ts';

/**
 * What an agent has dialled, as the record knows it by now; undefined for any other conversation, for one whose permit is
 * settled, and while agent, number or beginning are not known: a later event tells them.
 */
export function dialIn({ id, legs, dialledNumber, permit }: Interaction): Dial | undefined {
  const first = legs.find((leg) => leg.contactId === id);
  if (permit || first?.method !== 'OUTBOUND' || !first.agentArn || !first.startedAt || !dialledNumber) return undefined;
  return { contactId: id, interactionId: id, agentArn: first.agentArn, number: dialledNumber, at: first.startedAt };
}

/** What is recorded of a contact and the permit that covers it, if one does. */
export function permitFact(
  { contactId, interactionId, agentArn, number, at }: Dial,
  permit: Permit | undefined,
): PermitFact {
  const said = { source: 'permit', interactionId, contactId, at, number } as const;
  if (!permit) return { ...said, kind: 'violation', by: agentArn };
  const { by, outcome, personId, personName, override } = permit;
  const callee = { outcome, ...(personId && { personId }), ...(personName && { personName }) };
  if (!override) return { ...said, kind: 'permitted', by, ...callee };
  return { ...said, kind: 'overridden', by, ...callee, refusal: override.refusal, reason: override.reason };
}
