import { folded } from './fold.ts';
import type { IdentifierKind } from './keys.ts';
import type { Person } from './types.ts';

/** One thing that identifies a person, other than a telephone number. */
export interface Identifier {
  kind: IdentifierKind;
  value: string;
  /** The field that it stands in, as the person has it. */
  field: Partial<Person>;
}

/** Fields of one text or number each. */
const single = {
  name: 'name',
  'first-name': 'firstName',
  'last-name': 'lastName',
  'support-id': 'supportId',
  'employee-id': 'employeeId',
  'car-number': 'carNumber',
  building: 'building',
  floor: 'floor',
  cubicle: 'cubicle',
  text1: 'text1',
  text2: 'text2',
  integer1: 'integer1',
  integer2: 'integer2',
} as const satisfies Partial<Record<IdentifierKind, keyof Person>>;

/** Everything that identifies this person, as typed; values in which nothing can be seen are left out. */
export function identifiersOf(person: Person): Identifier[] {
  const fields = (Object.keys(single) as (keyof typeof single)[]).map((kind) => {
    const value = person[single[kind]];
    return { kind, value: value === undefined ? '' : String(value), field: { [single[kind]]: value } };
  });
  const userNames = userNamesOf(person.userName).map((value) => ({
    kind: 'user-name' as const,
    value,
    field: { userName: person.userName },
  }));
  const emails = (person.emails ?? []).map((email) => ({
    kind: 'email' as const,
    value: email,
    field: { emails: [email] },
  }));
  return [...fields, ...userNames, ...emails].filter(({ value }) => folded(value) !== '');
}

/** A user name with a domain, `DOMAIN\user`, is known by its plain part as well. */
export function userNamesOf(userName = ''): string[] {
  const plain = userName.slice(userName.lastIndexOf('\\') + 1);
  return plain === userName ? [userName] : [userName, plain];
}
