import * as z from 'zod/mini';
import { maySelect } from '../../domain/directory/selectable.ts';
import type { Person } from '../../domain/directory/types.ts';
import { Refused } from '../shared/parse.ts';

export const personId = z.string().check(z.maxLength(100));

/** The person, unless there is none or agents of this desk may not select them. Throws Refused. */
export function selectable(person: Person | undefined, organisations: string[] | undefined): Person {
  if (!person) throw new Refused('not-found', 'There is no such person.');
  if (maySelect(person, organisations)) return person;
  throw new Refused('forbidden', 'This person belongs to an organisation that this desk does not serve.');
}
