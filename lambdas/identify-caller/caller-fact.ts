import type { Caller } from '../../domain/caller/who.ts';
import type { CallerFact } from '../../domain/interaction/facts.ts';
import type { FlowContact } from '../shared/connect-event.ts';

/** The interaction's first fact: who called whom, and who the caller is taken to be. */
export function callerFact(contact: FlowContact, { outcome, person }: Caller, at: Date): CallerFact {
  return {
    ...contact,
    at: at.toISOString(),
    source: 'identify-caller',
    kind: 'caller',
    outcome,
    ...(person && { personId: person.id, personName: person.name }),
  };
}
