import { type PersonFields, personEdit, personFields } from '../../domain/api.ts';
import { readPersonFields } from '../../domain/directory/person-fields.ts';
import { sayProblem } from '../../domain/directory/say-problem.ts';
import { maySelect } from '../../domain/directory/selectable.ts';
import type { Handle } from '../shared/http.ts';
import { parsed, Refused } from '../shared/parse.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import type { Desk } from './ports.ts';
import { personId, selectable } from './selectable.ts';
import { shownPerson } from './show-person.ts';

export const createPerson =
  (desk: Desk): Handle =>
  async ({ body }) => {
    const person = understood(body(personFields), desk);
    const created = await desk.people.create({ ...person, id: desk.newId(), version: 1 });
    return { status: 201, body: shownPerson(created, desk.lineRegion) };
  };

export const editPerson =
  (desk: Desk): Handle =>
  async ({ path, body }) => {
    const { version, ...fields } = body(personEdit);
    const stored = selectable(await desk.people.person(parsed(personId, path.id, 'id')), desk.organisations);
    if (stored.mergedInto !== undefined) {
      throw new Refused('invalid', `${stored.name} was merged into somebody else; edit that person.`);
    }
    const saved = await desk.people.save({ ...understood(fields, desk), id: stored.id, version });
    if (saved.outcome === 'gone') throw new Refused('not-found', 'There is no such person.');
    if (saved.outcome === 'newer') throw changedMeanwhile(saved.newer, desk.lineRegion);
    return { body: shownPerson(saved.value, desk.lineRegion) };
  };

/** Says everything that is wrong at once, so that a form is sent back once. Throws Refused. */
function understood(fields: PersonFields, { lineRegion, organisations }: Desk) {
  const { person, problems } = readPersonFields(fields, lineRegion);
  if (problems.length > 0) {
    const fields = Object.fromEntries(problems.map((problem) => [problem.field, sayProblem(problem)]));
    throw new Refused('invalid', problems.map(sayProblem).join(' '), undefined, fields);
  }
  if (maySelect(person, organisations)) return person;
  throw new Refused('invalid', `Organisation must be one that this desk serves: ${organisations?.join(', ')}.`);
}
