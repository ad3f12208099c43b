import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { exportPeople } from '../../bin/people/export.ts';
import { importPeople } from '../../bin/people/import.ts';
import type { ImportTo } from '../../bin/people/import-row.ts';
import type { Person } from '../../domain/directory/types.ts';
import { everybody } from '../../lambdas/shared/adapters/everybody.ts';
import { lookUpOn } from '../../lambdas/shared/adapters/look-up.ts';
import { peopleOn } from '../../lambdas/shared/adapters/people.ts';
import { startTables } from '../lambdas/shared/tables.ts';

let tables: Awaited<ReturnType<typeof startTables>>;
let folder: string;
let said: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'people-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  said = [];
  tables = await startTables();
  return () => tables.stop();
});

async function imports(csv: string | Buffer, over: Partial<ImportTo> = {}) {
  const file = join(folder, 'people.csv');
  writeFileSync(file, csv);
  const to: ImportTo = {
    people: peopleOn(tables.documents, 'Directory', 'GB'),
    lookUp: lookUpOn(tables.documents, 'Directory'),
    ...{ region: 'GB', dryRun: false, refile: false },
    ...over,
  };
  const { created, changed, unchanged, refused } = await importPeople(file, to, { say: (line) => said.push(line) });
  return [created, changed, unchanged, refused];
}
async function all(): Promise<Person[]> {
  const people: Person[] = [];
  for await (const person of everybody(tables.documents, 'Directory')) people.push(person);
  return people.sort((a, b) => a.name.localeCompare(b.name));
}

const file = `\ufeffEmployee ID;Name;Work phone;E-mail
E1;Amy;020 7946 0123;amy@x.example
E2;"Bo
said ""Bo""";07700 900123;
`;

it('imports a file of another desk, and the same file again changes nothing', async () => {
  expect(await imports(file.replace('\nsaid', ' said'))).toEqual([2, 0, 0, 0]);
  expect(await imports(file.replace('\nsaid', ' said'))).toEqual([0, 0, 2, 0]);
  expect(await all()).toMatchObject([
    { name: 'Amy', employeeId: 'E1', version: 1, phones: [{ label: 'work', number: '020 7946 0123' }] },
    { name: 'Bo said "Bo"', version: 1 },
  ]);
  const { people } = await lookUpOn(tables.documents, 'Directory').answer({
    kind: 'numbers',
    partition: 'phone#9460123',
  });
  expect(people.map(({ person }) => person.name)).toEqual(['Amy']);
});

it('changes only the columns that the file has, and people it has refiled once more', async () => {
  await imports('employee id,name,site,mobile\nE1,Amy,Berlin,07700 900123\n');
  expect(await imports('employee id,site\nE1,Bonn\n')).toEqual([0, 1, 0, 0]);
  expect(await all()).toMatchObject([{ name: 'Amy', site: 'Bonn', phones: [{ label: 'mobile' }], version: 2 }]);
  expect(await imports('employee id,site\nE1,Bonn\n', { refile: true })).toEqual([0, 1, 0, 0]);
});

it('writes nothing when it only says what it would do', async () => {
  expect(await imports('employee id,name\nE1,Amy\n', { dryRun: true })).toEqual([1, 0, 0, 0]);
  expect(await all()).toEqual([]);
});

it('tells each row that it refuses by its line, and imports the others', async () => {
  const rows = [
    'employee id,name,work',
    'E1,Amy,4.42079E+11',
    'E2,"Bo',
    'Lind",442079460123.0',
    'E3,Cy,call me',
    'E4,Di,020 7946 0123',
    'E4,Di again,020 7946 0124',
    `E5,${'x'.repeat(10_000)},`,
    ',,',
    'E6,"<b>Ed</b> \u202eevil",07700 900123',
    'E7,Flo,07700 900124,too much',
  ];
  expect(await imports(rows.join('\n'))).toEqual([2, 0, 0, 7]);
  const reasons = [
    [2, '4.42079E+11" was changed by a spreadsheet'],
    [3, '442079460123.0" was changed by a spreadsheet'],
    [5, '"call me" is no telephone number'],
    [7, 'is about the same person as line 6'],
    [8, 'too long: at most 200 characters'],
    [9, 'names nobody'],
    [11, 'has 4 cells, the header has 3'],
  ] as const;
  for (const [line, reason] of reasons) {
    expect(said.find((one) => one.startsWith(`line ${line}: `))).toContain(reason);
  }
  expect((await all()).map(({ name }) => name)).toEqual(['<b>Ed</b> \u202eevil', 'Di']);
});

it('makes no second person when it was interrupted and is repeated', async () => {
  const people = peopleOn(tables.documents, 'Directory', 'GB');
  let left = 3;
  const breaking = {
    ...people,
    create: async (person: Person) => {
      if (left-- === 0) throw new Error('the power went');
      return people.create(person);
    },
  };
  const csv = `employee id,name\n${Array.from({ length: 8 }, (_, n) => `E${n},Person ${n}`).join('\n')}\n`;
  await expect(imports(csv, { people: breaking })).rejects.toThrow('the power went');
  const [created = 0, , unchanged = 0] = await imports(csv);
  expect(created + unchanged).toBe(8);
  expect(await all()).toHaveLength(8);
});

it.each([
  ['a column that nobody knows', 'name,shoe size\nAmy,7\n', 'the column "shoe size" is not known'],
  ['an empty file', '', 'the file is empty'],
  ['another encoding', Buffer.from('name,employee id\nJos\xe9,E1\n', 'latin1'), 'not UTF-8'],
])('refuses the whole file: %s', async (_, csv, words) => {
  await expect(imports(csv)).rejects.toThrow(words);
  expect(await all()).toEqual([]);
});

it('exports what an import leaves unchanged, also numbers that begin with a plus and names that begin with =', async () => {
  await imports('employee id,name,work,mobile\nE1,"\'=1+1",+44 20 7946 0123,"07700 900123\n07700 900124"\n');
  const out = join(folder, 'out.csv');
  expect(await exportPeople(everybody(tables.documents, 'Directory'), out)).toBe(1);
  const written = readFileSync(out, 'utf8');
  expect(written).toContain("'=1+1");
  expect(await imports(written)).toEqual([0, 0, 1, 0]);
  expect(await all()).toMatchObject([{ name: '=1+1', phones: [{}, { label: 'mobile' }, { number: '07700 900124' }] }]);
});

it('keeps the country that the file was said to be of, so that a desk elsewhere still reads its numbers', async () => {
  const us = { people: peopleOn(tables.documents, 'Directory', 'US'), region: 'US' };
  const csv = 'employee id,name,work\nE1,Amy,020 7946 0123\n';
  expect(await imports(csv, { ...us, regionToKeep: 'GB' })).toEqual([1, 0, 0, 0]);
  expect(await all()).toMatchObject([{ region: 'GB' }]);
  expect(await imports(csv, us)).toEqual([0, 0, 1, 0]);
});

it('counts the lines of the file as an editor does: blank ones, and those within quotes in either spelling', async () => {
  expect(await imports('employee id,name\r\n\r\nE1,"Amy\r\nB"\r\n\r\nE2,\r\n')).toEqual([0, 0, 0, 2]);
  expect(said.map((line) => line.split(':')[0]).sort()).toEqual(['line 3', 'line 6']);
});

it('writes nobody when bytes far behind are not UTF-8', async () => {
  const rows = Array.from({ length: 4_000 }, (_, n) => `E${n},${'x'.repeat(20)}\n`).join('');
  const csv = Buffer.concat([Buffer.from(`employee id,name\n${rows}`), Buffer.from('Z,Jos\xe9\n', 'latin1')]);
  await expect(imports(csv)).rejects.toThrow('not UTF-8');
  expect(await all()).toEqual([]);
});

it('takes keys for one that the directory takes for one', async () => {
  expect(await imports('user name,name\nAmy,One\n\uff41\uff4d\uff59,Two\n')).toEqual([1, 0, 0, 1]);
  await imports('user name,name\nCORP\\bo,Bo\n');
  expect(await imports('user name,name\nbo,Bo\n')).toEqual([0, 0, 1, 0]);
});

it('gives a new person the employee ID that somebody else had before', async () => {
  await imports('employee id,name\nE1,Old\n');
  const [old] = await all();
  await imports(`id,employee id\n${old?.id},E9\n`);
  expect(await imports('employee id,name\nE1,New\n')).toEqual([1, 0, 0, 0]);
  expect(await imports('employee id,name\nE1,New\n')).toEqual([0, 0, 1, 0]);
  expect((await all()).map(({ name, employeeId }) => [name, employeeId])).toEqual([
    ['New', 'E1'],
    ['Old', 'E9'],
  ]);
});

it('leaves people who were merged alone, and out of an export', async () => {
  await imports('employee id,name\nE1,Amy\nE2,Bo\n');
  const [amy, bo] = await all();
  if (!amy || !bo) throw new Error('two people were imported');
  await peopleOn(tables.documents, 'Directory', 'GB').merge(bo, amy);
  expect(await imports(`id,name\n${bo.id},Changed\n`)).toEqual([0, 0, 0, 1]);
  expect(said.at(-1)).toContain('Bo was merged into somebody else');
  expect((await all()).map(({ name }) => name)).toEqual(['Amy']);
});

it('makes nobody inactive by a hyphen', async () => {
  expect(await imports('employee id,name,active\nE1,Amy,-\n')).toEqual([0, 0, 0, 1]);
});

it('says which file cannot be written, before anything is imported', async () => {
  const nowhere = join(folder, 'nowhere', 'errors.txt');
  writeFileSync(join(folder, 'one.csv'), 'employee id,name\nE1,Amy\n');
  const to = { people: peopleOn(tables.documents, 'Directory', 'GB'), lookUp: lookUpOn(tables.documents, 'Directory') };
  const options = { ...to, region: 'GB', dryRun: false, refile: false };
  const tell = { errors: nowhere, say: (line: string) => void said.push(line) };
  await expect(importPeople(join(folder, 'one.csv'), options, tell)).rejects.toThrow('cannot be written (ENOENT)');
  expect(await all()).toEqual([]);
  await expect(exportPeople(everybody(tables.documents, 'Directory'), nowhere)).rejects.toThrow('cannot be written');
});
