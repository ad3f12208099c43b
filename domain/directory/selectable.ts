import type { Person } from './types.ts';

/**
 * Whether people of this organisation may be selected at this desk.
 *
 * @param organisations Those that may, spelled as people have them; absent: all may.
 */
export const maySelect = (person: Pick<Person, 'organisation'>, organisations: string[] | undefined): boolean =>
  organisations === undefined || organisations.includes(person.organisation ?? '');
