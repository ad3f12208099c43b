import { type Clues, cluesOfKeyed } from '../../domain/caller/clues.ts';
import { flowAnswer } from '../../domain/caller/flow-answer.ts';
import type { FlowAnswer } from '../../domain/caller/outcome.ts';
import type { LadderSettings } from '../../domain/caller/verdict.ts';
import type { FlowContact } from '../shared/connect-event.ts';
import { findCaller } from '../shared/find-caller.ts';
import type { Clock, Interactions, LookUp } from '../shared/ports.ts';
import { callerFact } from './caller-fact.ts';

export interface IdentifyPorts {
  lookUp: LookUp;
  interactions: Pick<Interactions, 'addFact'>;
  clock: Clock;
}

/**
 * Looks the caller up and records what was found: two requests to the tables for somebody who is known by number, three
 * for anybody else, one when the caller id identifies nobody. What the caller keyed in is tried before the number, for
 * at most four requests more; when it leads to nobody, the caller stays who the number says.
 */
export async function identify(
  contact: FlowContact,
  settings: LadderSettings,
  ports: IdentifyPorts,
): Promise<FlowAnswer> {
  const verdict = await findCaller(cluesOf(contact), settings, ports.lookUp);
  await ports.interactions.addFact(callerFact(contact, verdict, ports.clock.now()));
  return flowAnswer(contact.interactionId, verdict);
}

/** A flow may hand over anything as digits; whatever else it is, nobody is looked up by it. */
function cluesOf({ callerNumber, keyed }: FlowContact): Clues {
  const digits = keyed !== undefined && /^\d{1,20}$/.test(keyed) ? cluesOfKeyed(keyed) : {};
  return { ...digits, telephone: callerNumber ?? null };
}
