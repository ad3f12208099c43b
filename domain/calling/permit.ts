import type { CallRefusal } from '../api.ts';
import type { CallerOutcome } from '../caller/outcome.ts';

/** Leave to dial one number once, given to one agent. */
export interface Permit {
  id: string;
  agentArn: string;
  /** E.164. */
  number: string;
  /** User name of the agent. */
  by: string;
  /** ISO 8601 with milliseconds, both inclusive. */
  at: string;
  until: string;
  /** Who is called, as far as the desk knew when it gave leave. */
  outcome: CallerOutcome;
  personId?: string;
  personName?: string;
  /** What stood against the call, and why it was made all the same. */
  override?: { refusal: CallRefusal; reason: string };
}

/** An agent has dialled: one outbound contact. */
export interface Dial {
  contactId: string;
  interactionId: string;
  agentArn: string;
  /** As Connect says it. */
  number: string;
  /** When the contact was initiated, ISO 8601 with milliseconds. */
  at: string;
}

/** What the log says of a number that was dialled without leave; the alarm counts it. */
export const callWithoutPermit = 'number dialled without a permit';

/** How long a permit lasts, in milliseconds. */
export const permitLasts = 120_000;

/** Permits are timed by our clock and contacts by Connect's; this much they may differ, in milliseconds. */
const clocksDiffer = 5_000;

/** Permits and dials further apart than this have nothing to do with each other, in milliseconds. */
export const reach = 5 * permitLasts;

/**
 * Which permit covers which contact, by contact id; undefined: none does. Each permit covers one, the earliest contact
 * first, so it does not matter in which order these became known. A contact that becomes known late can take a permit
 * from a later one, never give it one.
 *
 * @param dials Of one agent, in any order.
 * @param permits Of the same agent, in any order.
 */
export function coverOf(dials: readonly Dial[], permits: readonly Permit[]): Map<string, Permit | undefined> {
  const free = new Set([...permits].sort((a, b) => order(a.at, b.at) || order(a.id, b.id)));
  const cover = new Map<string, Permit | undefined>();
  for (const dial of [...dials].sort((a, b) => order(a.at, b.at) || order(a.contactId, b.contactId))) {
    // Two beginnings of one contact, when the first event that was seen did not say it.
    if (cover.has(dial.contactId)) continue;
    const permit = [...free].find((one) => covers(one, dial));
    if (permit) free.delete(permit);
    cover.set(dial.contactId, permit);
  }
  return cover;
}

function covers(permit: Permit, dial: Dial): boolean {
  const at = Date.parse(dial.at);
  return (
    permit.agentArn === dial.agentArn &&
    digits(permit.number) === digits(dial.number) &&
    at >= Date.parse(permit.at) - clocksDiffer &&
    at <= Date.parse(permit.until) + clocksDiffer
  );
}

const digits = (number: string): string => number.replace(/\D/g, '');
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
