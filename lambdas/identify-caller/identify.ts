import { flowAnswer } from '../../domain/caller/flow-answer.ts';
import type { FlowAnswer } from '../../domain/caller/outcome.ts';
import { whoIsCalling } from '../../domain/caller/who.ts';
import { filedUnder, readCallerId } from '../../domain/phone/caller-id.ts';
import type { FlowContact } from '../shared/connect-event.ts';
import type { Clock, Directory, Interactions } from '../shared/ports.ts';
import { callerFact } from './caller-fact.ts';

export interface IdentifyPorts {
  directory: Pick<Directory, 'peopleByPhone'>;
  interactions: Pick<Interactions, 'addFact'>;
  clock: Clock;
}

/**
 * Looks the caller up and records what was found: two requests to the tables, one when the caller id identifies nobody.
 * Answering twice for one contact adds a fact that says the same, which changes nothing in the record.
 */
export async function identify(contact: FlowContact, lineRegion: string, ports: IdentifyPorts): Promise<FlowAnswer> {
  const callerId = readCallerId(contact.callerNumber, lineRegion);
  const number = filedUnder(callerId);
  const people = number ? await ports.directory.peopleByPhone(number) : [];
  const caller = whoIsCalling(callerId, people);
  await ports.interactions.addFact(callerFact(contact, caller, ports.clock.now()));
  return flowAnswer(contact.interactionId, caller);
}
