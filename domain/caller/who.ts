import type { Person } from '../directory/types.ts';
import type { CallerId } from '../phone/caller-id.ts';
import type { CallerOutcome } from './outcome.ts';

export interface Caller {
  outcome: CallerOutcome;
  /** Only when exactly one person can be meant. */
  person?: Person;
}

/**
 * Who is taken to be calling. People who left do not own their line any more: they count only where nobody else has it.
 *
 * @param people Everybody who has exactly this number.
 */
export function whoIsCalling(callerId: CallerId, people: Person[]): Caller {
  const active = people.filter((person) => person.active);
  const owners = active.length > 0 ? active : people;
  const [person] = owners;
  if (owners.length > 1) return { outcome: 'several-people' };
  if (person) return { outcome: 'one-person', person };
  return { outcome: callerId.kind === 'number' ? 'unknown' : callerId.kind };
}
