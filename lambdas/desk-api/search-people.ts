import * as z from 'zod/mini';
import type { PeopleSearch } from '../../domain/api.ts';
import type { Handle } from '../shared/http.ts';
import { parsed } from '../shared/parse.ts';
import type { Desk } from './ports.ts';
import { shownPerson } from './show-person.ts';

const limit = 20;
const text = z.string().check(z.maxLength(200));

/** People as one types; nobody while the text is too short. */
export const searchPeople =
  ({ people, lineRegion, organisations }: Desk): Handle =>
  async ({ query }) => {
    const found = await people.search(parsed(text, query.q, 'q'), { limit, lineRegion, organisations });
    const body: PeopleSearch = {
      people: found.people.map((person) => shownPerson(person, lineRegion)),
      more: found.more,
    };
    return { body };
  };
