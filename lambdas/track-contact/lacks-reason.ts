import type { ContactFact } from '../../domain/interaction/facts.ts';
import { weDial } from '../../domain/interaction/outcomes.ts';

/**
 * Whether this fact tells of an end without telling why, where the reason decides about the record: a caller who left a
 * queue and one whom the flow sent away look alike, and so do an unanswered number and a busy one. Contact events carry
 * the reason for outbound campaigns only. A call that an agent had needs none.
 */
export function lacksReason(fact: ContactFact): boolean {
  if (fact.endedAt === undefined || fact.reason !== undefined) return false;
  return weDial(fact.method) ? fact.connectedToSystemAt === undefined : fact.connectedAt === undefined;
}
