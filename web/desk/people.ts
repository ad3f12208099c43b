/** Writing people: what the desk answers is put where the page shows it. */
import type { ShownPerson } from '../../domain/api.ts';
import { api, type Result } from './api.ts';
import { personPages } from './caller.ts';
import { draftOf, fieldsOf } from './person-draft.ts';
import { edit, endEdit, meetNewer } from './person-edit.ts';

const isPerson = (value: unknown): value is ShownPerson =>
  typeof value === 'object' && value !== null && 'version' in value && 'phones' in value && Array.isArray(value.phones);

function show(person: ShownPerson): void {
  personPages.change(person.id, (page) => ({ ...page, person }));
}

/** The version that somebody else stored, when that is why an edit was refused. */
export const newerOf = (result: Result<unknown>): ShownPerson | undefined =>
  !result.ok && result.trouble.kind === 'conflict' && isPerson(result.trouble.current)
    ? result.trouble.current
    : undefined;

/** Sends the draft of this place, as a new person or as the next version of one; the draft ends when the desk has it. */
export async function savePerson(place: string, id?: string): Promise<Result<ShownPerson> | undefined> {
  const current = edit(place).peek();
  if (current === undefined) return undefined;
  const fields = fieldsOf(current.now);
  const { version } = current;
  const result =
    id === undefined || version === undefined
      ? await api.createPerson(fields)
      : await api.editPerson(id, { ...fields, version });
  const newer = newerOf(result);
  if (newer !== undefined) meetNewer(place, newer);
  if (result.ok) {
    show(result.value);
    endEdit(place);
  }
  return result;
}

/** Takes a person out of use, or back into it. */
export async function setActive(person: ShownPerson, active: boolean): Promise<Result<ShownPerson>> {
  const result = await api.editPerson(person.id, { ...fieldsOf(draftOf(person)), active, version: person.version });
  const newer = newerOf(result);
  if (newer !== undefined) show(newer);
  if (result.ok) show(result.value);
  return result;
}

/** Makes one of two; both are read anew, whatever came of it. */
export async function mergePeople(duplicate: ShownPerson, into: ShownPerson): Promise<Result<ShownPerson>> {
  const versions = { version: duplicate.version, intoVersion: into.version };
  const result = await api.mergePerson(duplicate.id, { into: into.id, ...versions });
  await Promise.all([personPages.reload(duplicate.id), personPages.reload(into.id)]);
  return result;
}
