import { createHash, randomUUID } from 'node:crypto';
import { personFields } from '../../domain/api.ts';
import { folded } from '../../domain/directory/fold.ts';
import { userNamesOf } from '../../domain/directory/identifiers.ts';
import { overlaid, type PeopleRow, sameFields } from '../../domain/directory/people-row.ts';
import { readPersonFields } from '../../domain/directory/person-fields.ts';
import { sayProblem } from '../../domain/directory/say-problem.ts';
import type { Person } from '../../domain/directory/types.ts';
import { parsed, Refused } from '../../lambdas/shared/parse.ts';
import type { LookUp, People } from '../../lambdas/shared/ports.ts';

/** What became of a row. */
export type Imported = { outcome: 'created' | 'changed' | 'unchanged' } | { outcome: 'refused'; reason: string };

export interface ImportTo {
  people: People;
  lookUp: LookUp;
  /** Country in which numbers without country code are read when neither row nor person names one. */
  region: string;
  /** Country that people are given who have none, so that their numbers are read in it ever after. */
  regionToKeep?: string;
  /** Look, and write nothing. */
  dryRun: boolean;
  /** Also write people whom the row leaves as they are, so that they are filed by the present rules. */
  refile: boolean;
}

const attempts = 3;

/** Imports one row; a person whom somebody edits at the same moment is read again. Throws only when the store fails. */
export async function importRow(row: PeopleRow, to: ImportTo): Promise<Imported> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await tryRow(row, to);
    if (result !== 'again') return result;
    if (attempt === attempts) return refused('somebody else is changing this person; import the row again');
  }
}

async function tryRow(
  row: PeopleRow,
  { people, lookUp, region, regionToKeep, dryRun, refile }: ImportTo,
): Promise<Imported | 'again'> {
  const known = await personOf(row, people, lookUp);
  if (known.kind === 'refused') return refused(known.reason);
  const read = readFields(row, known.kind === 'known' ? known.person : undefined, { region, regionToKeep });
  if ('reason' in read) return refused(read.reason);
  if (known.kind === 'new') {
    const person = { ...read.person, id: known.id, version: 1 };
    return dryRun ? { outcome: 'created' } : create(person, row, people);
  }
  const same = sameFields(read.person, without(known.person));
  if (same && !refile) return { outcome: 'unchanged' };
  if (dryRun) return { outcome: 'changed' };
  const { id, version } = known.person;
  const saved = await people.save({ ...read.person, id, version });
  return saved.outcome === 'saved' ? { outcome: 'changed' } : 'again';
}

/** The person whom a row is about, or the id that a new one will have; it follows from the key, so a second run finds it. */
async function personOf(
  { id, key }: PeopleRow,
  people: People,
  lookUp: LookUp,
): Promise<{ kind: 'known'; person: Person } | { kind: 'new'; id: string } | { kind: 'refused'; reason: string }> {
  if (id !== undefined) {
    const person = await people.person(id);
    if (person?.mergedInto !== undefined)
      return { kind: 'refused', reason: `${person.name} was merged into somebody else; change that person` };
    return person
      ? { kind: 'known', person }
      : { kind: 'refused', reason: `the id "${id.slice(0, 60)}" is nobody's; leave the cell empty for a new person` };
  }
  if (!key) return { kind: 'refused', reason: 'names nobody' };
  const { people: filed } = await lookUp.answer({ kind: 'identifier', of: key.kind, value: key.value });
  const all = await Promise.all(filed.map(({ person }) => people.person(person.id)));
  const owners = all.filter((person) => person !== undefined).filter((person) => has(person, key));
  if (owners.length > 1)
    return {
      kind: 'refused',
      reason: `${words[key.kind]} "${key.value}" is that of ${owners.length} people; give the row an id`,
    };
  const [person] = owners;
  if (person) return { kind: 'known', person };
  const made = `p-${createHash('sha256')
    .update(`${key.kind}#${folded(key.value)}`)
    .digest('hex')
    .slice(0, 24)}`;
  return { kind: 'new', id: made };
}

/**
 * The id is taken when somebody made this person at the same moment, or when whom this key once named is known by
 * something else since: then the key has a new owner, who gets an id of their own.
 */
async function create(person: Person, { key }: PeopleRow, people: People): Promise<Imported | 'again'> {
  try {
    await people.create(person);
    return { outcome: 'created' };
  } catch (error) {
    const other = await people.person(person.id);
    if (!other) throw error;
    if (key && has(other, key)) return 'again';
    await people.create({ ...person, id: randomUUID() });
    return { outcome: 'created' };
  }
}

const words = { 'employee-id': 'the employee id', 'user-name': 'the user name', email: 'the email' } as const;

function has(person: Person, { kind, value }: NonNullable<PeopleRow['key']>): boolean {
  const userNames = userNamesOf(person.userName);
  const own = { 'employee-id': [person.employeeId], 'user-name': userNames, email: person.emails ?? [] }[kind];
  return own.some((one) => folded(one ?? '') === folded(value));
}

function readFields(
  row: PeopleRow,
  before: Person | undefined,
  { region, regionToKeep }: Pick<ImportTo, 'region' | 'regionToKeep'>,
): { person: Omit<Person, 'id' | 'version'> } | { reason: string } {
  try {
    const fields = parsed(personFields, { ...overlaid(before, row), ...userNameOf(before, row) }, 'the row');
    const { person, problems } = readPersonFields({ ...fields, region: fields.region || regionToKeep }, region);
    return problems.length === 0 ? { person } : { reason: problems.map(sayProblem).join(' ') };
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message };
    throw error;
  }
}

/** A file that leaves the domain out means the same user name, and does not take the domain away. */
function userNameOf(before: Person | undefined, { fields }: PeopleRow): { userName?: string } {
  const given = folded(fields.userName ?? '');
  const same = given !== '' && userNamesOf(before?.userName).some((name) => folded(name) === given);
  return same ? { userName: before?.userName } : {};
}

function without({ id: _, version: _v, mergedInto: _m, ...fields }: Person): Omit<Person, 'id' | 'version'> {
  return fields;
}

const refused = (reason: string): Imported => ({ outcome: 'refused', reason });
