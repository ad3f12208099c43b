import type { PersonFields } from '../api.ts';
import { folded } from './fold.ts';
import { type Column, peopleColumns } from './people-columns.ts';
import { type Person, type Phone, phoneLabels } from './types.ts';

/** What one row of a people file says. */
export interface PeopleRow {
  id?: string;
  /** By what the person is known when the row has no id. */
  key?: { kind: 'employee-id' | 'user-name' | 'email'; value: string };
  /** Only what the row sets; `undefined` takes a value away. */
  fields: Partial<PersonFields>;
  /** The numbers of each label that the file has a column for. */
  phones: Map<Phone['label'], string[]>;
}

const flags: Record<string, boolean> = {
  yes: true,
  true: true,
  '1': true,
  y: true,
  no: false,
  false: false,
  '0': false,
  n: false,
};

/**
 * Reads the cells of a row. An empty cell leaves what is stored, a hyphen alone takes it away.
 *
 * @returns The row, or one reason why it cannot be read.
 */
export function readRow(columns: Column[], cells: string[]): PeopleRow | { problem: string } {
  if (cells.length !== columns.length)
    return { problem: `has ${cells.length} cells, the header has ${columns.length}` };
  const row: PeopleRow = { fields: {}, phones: new Map() };
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? '').trim();
    if (cell === '') continue;
    const problem = readCell(row, column, cell === '-' ? undefined : unguarded(cell));
    if (problem) return { problem };
  }
  const { employeeId, userName, emails } = row.fields;
  const [kind, value] = employeeId
    ? (['employee-id', employeeId] as const)
    : userName
      ? (['user-name', userName] as const)
      : (['email', emails?.[0] ?? ''] as const);
  if (folded(value) !== '') row.key = { kind, value };
  if (row.id === undefined && !row.key)
    return { problem: 'names nobody: give it an employee id, a user name, an email or an id' };
  return row;
}

/** @param value Absent when the cell takes away what is stored. */
function readCell(row: PeopleRow, column: Column, value: string | undefined): string | undefined {
  switch (column.kind) {
    case 'id':
      row.id = value;
      return undefined;
    case 'text':
      row.fields[column.field] = value as string;
      return undefined;
    case 'emails':
      row.fields.emails = (value ?? '')
        .split(/[;\n]/)
        .map((one) => one.trim())
        .filter(Boolean);
      return undefined;
    case 'phone':
      row.phones.set(
        column.label,
        (value ?? '')
          .split(/[\r\n]+/)
          .map((one) => one.trim())
          .filter(Boolean),
      );
      return undefined;
    case 'integer':
      if (value !== undefined && !/^-?\d{1,15}$/.test(value))
        return `${column.field} "${shown(value)}" is no whole number`;
      row.fields[column.field] = value === undefined ? undefined : Number(value);
      return undefined;
    case 'flag': {
      if (value === undefined && column.field === 'active') return 'active cannot be taken away: say yes or no';
      const flag = value === undefined ? false : flags[value.toLowerCase()];
      if (flag === undefined) return `${column.field} "${shown(value ?? '')}" is neither yes nor no`;
      row.fields[column.field] = flag;
      return undefined;
    }
  }
}

/** The whole person as the row leaves them, in the shape that the desk's own form has. */
export function overlaid(before: Person | undefined, { fields, phones }: PeopleRow): Partial<PersonFields> {
  const { id: _, version: _v, mergedInto: _m, ...known } = before ?? { id: '', version: 0, name: '', active: true };
  const kept = (known.phones ?? []).filter(({ label }) => !phones.has(label));
  const given = phoneLabels.flatMap((label) => (phones.get(label) ?? []).map((number) => ({ label, number })));
  const merged = { ...known, ...fields, phones: [...kept, ...given] };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** Whether two say the same of a person; the order of numbers counts only among those of one label. */
export function sameFields(a: Omit<Person, 'id' | 'version'>, b: Omit<Person, 'id' | 'version'>): boolean {
  const text = ({ phones = [], emails = [], ...rest }: typeof a) =>
    JSON.stringify([
      Object.entries(rest)
        .filter(([, value]) => value !== undefined && value !== false && value !== '')
        .sort(),
      emails,
      phoneLabels.map((label) => phones.filter((phone) => phone.label === label).map(({ number }) => number)),
    ]);
  return text(a) === text(b);
}

export const exportHeader: string[] = peopleColumns.map(([, name]) => name);

/** A person as a row of an export, which an import reads back unchanged. */
export const exportRow = (person: Person): string[] => peopleColumns.map(([column]) => guarded(cellOf(person, column)));

function cellOf(person: Person, column: Column): string {
  switch (column.kind) {
    case 'id':
      return person.id;
    case 'text':
      return person[column.field] ?? '';
    case 'emails':
      return (person.emails ?? []).join('; ');
    case 'phone':
      return (person.phones ?? []).flatMap(({ label, number }) => (label === column.label ? [number] : [])).join('\n');
    case 'integer':
      return person[column.field]?.toString() ?? '';
    case 'flag':
      return person[column.field] === undefined ? '' : person[column.field] ? 'yes' : 'no';
  }
}

/** A spreadsheet takes cells that begin so for formulas, and runs them. */
const formula = /^[=+\-@'\t\r]/;
const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;

const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 59)}…` : value);
