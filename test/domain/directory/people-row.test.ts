import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, peopleColumns, readHeader } from '../../../domain/directory/people-columns.ts';
import { exportHeader, exportRow, overlaid, readRow, sameFields } from '../../../domain/directory/people-row.ts';
import { type Person, phoneLabels } from '../../../domain/directory/types.ts';

const columnsOf = (names: string[]): Column[] => {
  const header = readHeader(names);
  if ('problem' in header) throw new Error(header.problem);
  return header.columns;
};
const read = (names: string[], ...cells: string[]) => readRow(columnsOf(names), cells);

describe('the header of a people file', () => {
  it.each(['Employee ID', 'employee_id', 'employeeId', 'EMPLOYEE-ID', 'Personnel Number'])('knows %s', (name) => {
    expect(columnsOf([name])).toEqual([{ kind: 'text', field: 'employeeId' }]);
  });

  it('names a column that it does not know, and the nearest one', () => {
    expect(readHeader(['name', 'e-mial'])).toEqual({
      problem: 'the column "e-mial" is not known; the nearest is "email"',
    });
    expect(readHeader(['mail', 'email'])).toEqual({ problem: 'the column "email" stands twice' });
    expect(readHeader([])).toEqual({ problem: 'the file has no header' });
  });

  it('has no name for two columns', () => {
    const names = peopleColumns.flatMap(([, ...names]) => names.map((name) => name.replace(/[\s-]/g, '')));
    expect(new Set(names).size).toBeGreaterThanOrEqual(names.length - 1);
    for (const [column, ...all] of peopleColumns) for (const name of all) expect(columnsOf([name])).toEqual([column]);
  });
});

describe('a row of a people file', () => {
  const names = ['employee id', 'name', 'mobile', 'emails', 'vip', 'integer 1'];

  it('sets what it has, leaves what is empty, takes away what is a hyphen', () => {
    const row = read(names, 'E7', '', '-', 'a@x.example; b@x.example', 'Yes', '-');
    if ('problem' in row) throw new Error(row.problem);
    const before: Person = {
      id: 'amy',
      version: 4,
      name: 'Amy',
      active: true,
      integer1: 3,
      site: 'Here',
      phones: [
        { label: 'mobile', number: '+12125550123' },
        { label: 'home', number: '+12125550124' },
      ],
    };
    expect(overlaid(before, row)).toEqual({
      name: 'Amy',
      active: true,
      site: 'Here',
      employeeId: 'E7',
      emails: ['a@x.example', 'b@x.example'],
      vip: true,
      phones: [{ label: 'home', number: '+12125550124' }],
    });
  });

  it.each([
    [['E7', 'Amy', '', '', 'maybe', ''], 'vip "maybe" is neither yes nor no'],
    [['E7', 'Amy', '', '', '', '1.5'], 'integer1 "1.5" is no whole number'],
    [['E7', 'Amy', ''], 'has 3 cells, the header has 6'],
    [['', 'Amy', '+1', '', '', ''], 'names nobody: give it an employee id, a user name, an email or an id'],
  ])('is refused: %j', (cells, problem) => {
    expect(read(names, ...cells)).toEqual({ problem });
  });

  it('is known by its id, else employee id, else user name, else first email', () => {
    const all = ['id', 'employee id', 'user name', 'emails'];
    const keyOf = (...cells: string[]) => {
      const row = read(all, ...cells);
      return 'problem' in row ? row.problem : (row.id ?? row.key?.kind);
    };
    expect([
      keyOf('x', 'E', 'u', 'e@x'),
      keyOf('', 'E', 'u', 'e@x'),
      keyOf('', '', 'u', 'e@x'),
      keyOf('', '', '', 'e@x'),
    ]).toEqual(['x', 'employee-id', 'user-name', 'email']);
  });
});

describe('an export', () => {
  const word = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `a${text.replace(/[\p{Cc};]/gu, '')}z`);
  const hostile = fc.oneof(
    word,
    word.map((text) => `=${text}`),
    word.map((text) => `'${text}`),
    fc.constant('+12125550123'),
  );
  const phones = fc.array(fc.record({ label: fc.constantFrom(...phoneLabels), number: hostile }), { maxLength: 6 });
  const person: fc.Arbitrary<Person> = fc.record(
    {
      id: fc.constant('amy'),
      version: fc.constant(1),
      name: hostile,
      active: fc.boolean(),
      supportId: hostile,
      emails: fc.array(word, { minLength: 1, maxLength: 3 }),
      phones,
      vip: fc.boolean(),
      integer1: fc.integer(),
    },
    { requiredKeys: ['id', 'version', 'name', 'active'] },
  );

  it('is read back unchanged, whatever the cells begin with', () => {
    fc.assert(
      fc.property(person, (one) => {
        const cells = exportRow(one);
        const row = readRow(columnsOf(exportHeader), cells);
        if ('problem' in row) throw new Error(row.problem);
        expect(row.id).toBe('amy');
        const { id: _, version: _v, ...fields } = one;
        expect(sameFields(overlaid(one, row) as typeof fields, fields)).toBe(true);
        expect(overlaid(undefined, row).name).toBe(one.name);
      }),
    );
  });

  it('holds nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(person, (one) => exportRow(one).every((cell) => !/^[=+\-@]/.test(cell) || /^-\d+$/.test(cell))),
    );
  });
});
