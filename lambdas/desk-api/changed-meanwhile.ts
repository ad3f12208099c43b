import type { Person } from '../../domain/directory/types.ts';
import { Refused } from '../shared/parse.ts';
import { shownPerson } from './show-person.ts';

/** The refusal of an edit that was made from an older version; it carries the newer one. */
export const changedMeanwhile = (newer: Person, lineRegion: string): Refused =>
  new Refused('conflict', `Somebody else has changed ${newer.name} meanwhile.`, shownPerson(newer, lineRegion));
