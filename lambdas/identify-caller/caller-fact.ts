import type { Verdict } from '../../domain/caller/verdict.ts';
import type { CallerFact } from '../../domain/interaction/facts.ts';
import type { FlowContact } from '../shared/connect-event.ts';

/** What is recorded of a look-up: who called whom, who the caller is taken to be, and how that came about. */
export function callerFact(contact: FlowContact, verdict: Verdict, at: Date): CallerFact {
  const { outcome, person, request, steps } = verdict;
  return {
    ...contact,
    at: at.toISOString(),
    source: 'identify-caller',
    kind: 'caller',
    outcome,
    ...(person && { personId: person.id, personName: person.name }),
    ...(request && { requestNumber: request.number }),
    steps,
  };
}
