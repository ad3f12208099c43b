import * as z from 'zod/mini';
import type { PeopleFound, PersonPage, ShownPerson } from '../../domain/api.ts';
import { whoIsCalling } from '../../domain/caller/who.ts';
import type { Person } from '../../domain/directory/types.ts';
import { filedUnder, readCallerId } from '../../domain/phone/caller-id.ts';
import { shownNumber, shownStoredNumber } from '../../domain/phone/shown-number.ts';
import type { Handle } from '../shared/http.ts';
import { parsed, Refused } from '../shared/parse.ts';
import type { Desk } from './ports.ts';

const telephone = z.string().check(z.maxLength(300));
const id = z.string().check(z.maxLength(100));

/** Everybody who has a number; it is read as a caller id would be, so that agent and flow see the same. */
export const findPeople =
  ({ directory, lineRegion }: Desk): Handle =>
  async ({ query }) => {
    const raw = parsed(telephone, query.telephone, 'telephone');
    const callerId = readCallerId(raw, lineRegion);
    const number = filedUnder(callerId);
    const people = number ? await directory.peopleByPhone(number) : [];
    const found: PeopleFound = {
      outcome: whoIsCalling(callerId, people).outcome,
      number: shownNumber(raw, lineRegion),
      people: people.map((person) => ({ ...shownPerson(person, lineRegion), certainty: 'yes' })),
      more: false,
    };
    return { body: found };
  };

export const readPerson =
  ({ directory, lineRegion }: Desk): Handle =>
  async ({ path, query }) => {
    const found = await directory.personWithRequests(parsed(id, path.id, 'id'), query.next);
    if (!found) throw new Refused('not-found', 'There is no such person.');
    const { items: previous, next } = found.previous;
    const page: PersonPage = { person: shownPerson(found.person, lineRegion), open: found.open, previous, next };
    return { body: page };
  };

/** Stored numbers are read in the person's country and shown as the desk's own country writes them. */
function shownPerson({ phones = [], ...person }: Person, lineRegion: string): ShownPerson {
  return {
    ...person,
    phones: phones.map(({ label, number }) => ({
      label,
      number,
      ...shownStoredNumber(number, person.region ?? lineRegion, lineRegion),
    })),
  };
}
