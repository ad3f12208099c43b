import type { PersonPage } from '../../domain/api.ts';
import type { Handle } from '../shared/http.ts';
import { parsed } from '../shared/parse.ts';
import type { Desk } from './ports.ts';
import { personId, selectable } from './selectable.ts';
import { shownPerson } from './show-person.ts';

export const readPerson =
  ({ directory, lineRegion, organisations }: Desk): Handle =>
  async ({ path, query }) => {
    const found = await directory.personWithRequests(parsed(personId, path.id, 'id'), query.next);
    const person = selectable(found?.person, organisations);
    const { items: previous, next } = found?.previous ?? { items: [] };
    const page: PersonPage = { person: shownPerson(person, lineRegion), open: found?.open ?? [], previous, next };
    return { body: page };
  };
