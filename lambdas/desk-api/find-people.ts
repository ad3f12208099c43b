import type { PeopleFound } from '../../domain/api.ts';
import { shownNumber } from '../../domain/phone/shown-number.ts';
import { findCaller } from '../shared/find-caller.ts';
import type { Handle } from '../shared/http.ts';
import { cluesOf } from './clues.ts';
import type { Desk } from './ports.ts';
import { shownPerson } from './show-person.ts';

const mostPeople = 10;

/** Who is meant by a number, an id or a request: the ladder that the flow climbs, so that agent and flow see the same. */
export const findPeople =
  ({ lookUp, lineRegion, organisations }: Desk): Handle =>
  async ({ query }) => {
    const clues = cluesOf(query);
    const { outcome, people, more, request } = await findCaller(clues, { lineRegion, organisations }, lookUp);
    const found: PeopleFound = {
      outcome,
      number: shownNumber(clues.telephone, lineRegion),
      people: people.slice(0, mostPeople).map(({ person, match }) => ({
        ...shownPerson(person, lineRegion),
        certainty: match?.certainty ?? 'yes',
      })),
      more: more || people.length > mostPeople,
      request,
    };
    return { body: found };
  };
