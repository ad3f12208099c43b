import { personMerge } from '../../domain/api.ts';
import type { Handle } from '../shared/http.ts';
import { parsed, Refused } from '../shared/parse.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import type { Desk } from './ports.ts';
import { personId, selectable } from './selectable.ts';
import { shownPerson } from './show-person.ts';

/** Answers who stays. The same merge may be asked for again, which ends what an interruption left undone. */
export const mergePerson =
  (desk: Desk): Handle =>
  async ({ path, body }) => {
    const { into, version, intoVersion } = body(personMerge);
    const id = parsed(personId, path.id, 'id');
    for (const person of await Promise.all([desk.people.person(id), desk.people.person(into)])) {
      selectable(person, desk.organisations);
    }
    const merged = await desk.people.merge({ id, version }, { id: into, version: intoVersion });
    switch (merged.outcome) {
      case 'saved':
        return { body: shownPerson(merged.value, desk.lineRegion) };
      case 'newer':
        throw changedMeanwhile(merged.newer, desk.lineRegion);
      case 'refused':
        throw new Refused('invalid', merged.reason);
      case 'gone':
        throw new Refused('not-found', 'There is no such person.');
    }
  };
