import { describe, expect, it } from 'vitest';
import { searchPlaces, searchTexts } from '../../../domain/directory/search.ts';
import type { Person } from '../../../domain/directory/types.ts';
import { fileNumber } from '../../../domain/phone/file-number.ts';

const aPerson = (over: Partial<Person>): Person => ({
  id: 'p',
  name: 'Amy Lindqvist',
  active: true,
  version: 1,
  ...over,
});
function filed(person: Person, region: string) {
  const phones = (person.phones ?? []).map((phone) => {
    const filing = fileNumber(phone.number, person.region ?? region);
    return { phone, numbers: 'numbers' in filing ? filing.numbers : [] };
  });
  return searchTexts(person, phones);
}
const texts = (over: Partial<Person>) => filed(aPerson(over), 'US').map(({ text }) => text);

/** Whether somebody who types this on a line of this country comes upon the person. */
function finds(typed: string, over: Partial<Person>, region: string): boolean {
  return searchPlaces(typed, region).some(({ partition, text }) =>
    filed(aPerson(over), region).some((one) => one.partition === partition && one.text.startsWith(text)),
  );
}

describe('a person is found as one types', () => {
  it('by each word of the name first', () => {
    expect(texts({ name: 'Amy B. Lindqvist' })).toEqual(['amy b. lindqvist', 'b. lindqvist amy', 'lindqvist amy b.']);
  });

  it('by the first words and the last of a long name', () => {
    const found = texts({ name: 'Ana Maria da Silva e Costa' });
    expect(found).toHaveLength(4);
    expect(found[3]).toBe('costa ana maria da silva e');
  });

  it.each([
    ['sean', { name: 'Seán Ó Briain' }],
    ['Seán o b', { name: 'Seán Ó Briain' }],
    ['obrien', { name: 'Kate O’Brien' }],
    ["O'Bri", { name: 'Kate O’Brien' }],
    ['nystrom', { name: 'Elsa Nyström' }],
    ['strasse', { name: 'Straße' }],
    ['lindqvist, a', { name: 'Amy Lindqvist' }],
    ['anne marie', { name: 'Anne-Marie Roux' }],
    ['李明', { name: '李明' }],
    ['김민', { name: '김민준' }],
    ['amy@c', { name: 'A', emails: ['Amy@customers.example'] }],
    ['corp\\am', { name: 'A', userName: 'CORP\\amy' }],
    ['amy', { name: 'A', userName: 'CORP\\amy' }],
    ['471', { name: 'A', supportId: '4711' }],
    ['e-2', { name: 'A', employeeId: 'E-20417' }],
  ] as [string, Partial<Person>][])('by "%s"', (typed, over) => {
    expect(finds(typed, over, 'US')).toBe(true);
  });

  it.each([
    ['+44207946', 'US'],
    ['+44 (0)20 7946', 'US'],
    ['0207946', 'GB'],
    ['(020) 7946', 'GB'],
    ['44207946', 'GB'],
    ['0044207946', 'DE'],
    ['tel:+442079460018', 'US'],
  ])('by the beginning of a number: "%s" on a line of %s', (typed, region) => {
    const over = { phones: [{ label: 'work' as const, number: '020 7946 0018' }], region: 'GB' };
    expect(finds(typed, over, region)).toBe(true);
  });

  it.each([
    ['212555', 'US', '(212) 555-0123'],
    ['1 212 555', 'US', '(212) 555-0123'],
    ['06 698', 'IT', '06 6982 1234'],
    ['8 495 123', 'RU', '+7 495 123-45-67'],
    ['700', 'US', '7003'],
  ])('by a number as it is typed at home: "%s" on a line of %s', (typed, region, number) => {
    expect(finds(typed, { phones: [{ label: 'work', number }] }, region)).toBe(true);
  });

  it('by each number of a field that holds two', () => {
    const phones = [{ label: 'work' as const, number: '+1 212 555 0123 / +44 20 7946 0018' }];
    expect([finds('+12125550123', { phones }, 'US'), finds('+4420794', { phones }, 'US')]).toEqual([true, true]);
  });

  it.each(['', ' ', 'am', '+', '+4', '0', '李', '++', '\ud800'])('not while only "%s" is typed', (typed) => {
    expect(searchPlaces(typed, 'GB')).toEqual([]);
  });

  it('by no more of a text than a key holds', () => {
    const name = 'ﷺ'.repeat(200);
    const [place] = searchPlaces(name, 'US');
    expect([...(place?.text ?? '')].length).toBeLessThanOrEqual(60);
    expect(finds(name, { name }, 'US')).toBe(true);
  });
});
