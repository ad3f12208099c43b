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
 * for anybody else, one when the caller id identifies nobody. Answering twice for one contact adds a fact that says the
 * same, which changes nothing in the record.
 */
export async function identify(
  contact: FlowContact,
  settings: LadderSettings,
  ports: IdentifyPorts,
): Promise<FlowAnswer> {
  const verdict = await findCaller({ telephone: contact.callerNumber ?? null }, settings, ports.lookUp);
  await ports.interactions.addFact(callerFact(contact, verdict, ports.clock.now()));
  return flowAnswer(contact.interactionId, verdict);
}
