import type { PersonFields } from '../api.ts';
import type { Phone } from './types.ts';

/** What a column of a people file holds. */
export type Column =
  | { kind: 'id' }
  | { kind: 'text'; field: TextField }
  | { kind: 'phone'; label: Phone['label'] }
  | { kind: 'emails' }
  | { kind: 'integer'; field: 'integer1' | 'integer2' }
  | { kind: 'flag'; field: 'active' | 'vip' | 'doNotCall' };

type TextField = {
  [F in keyof PersonFields]-?: NonNullable<PersonFields[F]> extends string ? F : never;
}[keyof PersonFields];

const text = (field: TextField): Column => ({ kind: 'text', field });

/** Every column: the name that an export writes first, then what files from elsewhere call it. */
export const peopleColumns: [Column, string, ...string[]][] = [
  [{ kind: 'id' }, 'id', 'person id'],
  [text('name'), 'name', 'full name', 'display name'],
  [text('firstName'), 'first name', 'given name', 'forename'],
  [text('lastName'), 'last name', 'surname', 'family name'],
  [text('userName'), 'user name', 'login', 'login name', 'account'],
  [{ kind: 'emails' }, 'emails', 'email', 'e-mail', 'mail', 'email address'],
  [{ kind: 'phone', label: 'work' }, 'work', 'work phone', 'phone', 'telephone', 'business phone', 'office phone'],
  [{ kind: 'phone', label: 'mobile' }, 'mobile', 'mobile phone', 'cell', 'cell phone', 'mobile number'],
  [{ kind: 'phone', label: 'home' }, 'home', 'home phone', 'private phone'],
  [{ kind: 'phone', label: 'sms' }, 'sms', 'sms number'],
  [text('supportId'), 'support id', 'customer number', 'account number'],
  [text('employeeId'), 'employee id', 'employee number', 'staff number', 'personnel number'],
  [text('organisation'), 'organisation', 'organization', 'company'],
  [text('site'), 'site', 'location', 'office'],
  [text('building'), 'building'],
  [text('floor'), 'floor'],
  [text('cubicle'), 'cubicle', 'cubic', 'room', 'desk'],
  [text('carNumber'), 'car number', 'licence plate', 'license plate'],
  [text('text1'), 'text 1', 'custom text 1'],
  [text('text2'), 'text 2', 'custom text 2'],
  [{ kind: 'integer', field: 'integer1' }, 'integer 1', 'custom integer 1'],
  [{ kind: 'integer', field: 'integer2' }, 'integer 2', 'custom integer 2'],
  [text('language'), 'language', 'locale'],
  [text('region'), 'region', 'country', 'country code'],
  [{ kind: 'flag', field: 'vip' }, 'vip'],
  [{ kind: 'flag', field: 'active' }, 'active', 'enabled'],
  [{ kind: 'flag', field: 'doNotCall' }, 'do not call', 'dnc'],
];

/** Blanks, hyphens and underscores are one in a header, and case does not count: `Employee_ID`, `employeeId`. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/([a-z])([A-Z\d])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .trim();

const known = new Map(
  peopleColumns.flatMap(([column, ...names]) => names.map((name) => [plain(name), column] as const)),
);

/** The columns of a header, or one line that says what is wrong with it. */
export function readHeader(names: string[]): { columns: Column[] } | { problem: string } {
  const columns: Column[] = [];
  for (const name of names) {
    const column = known.get(plain(name));
    if (!column) {
      return { problem: `the column "${name.slice(0, 60)}" is not known; the nearest is "${nearest(name)}"` };
    }
    if (columns.includes(column)) return { problem: `the column "${name}" stands twice` };
    columns.push(column);
  }
  return columns.length > 0 ? { columns } : { problem: 'the file has no header' };
}

function nearest(name: string): string {
  const names = peopleColumns.flatMap(([, ...names]) => names);
  const wanted = plain(name.slice(0, 60));
  return names.reduce((best, one) => (distance(wanted, plain(one)) < distance(wanted, plain(best)) ? one : best));
}

/** Levenshtein: letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
