import { describe, expect, it } from 'vitest';
import { personItems, requestItems } from '../../../domain/directory/items.ts';
import { requestNumber } from '../../../domain/directory/request-number.ts';
import type { Person, ServiceRequest } from '../../../domain/directory/types.ts';

const aPerson = (over: Partial<Person> = {}): Person => ({
  id: 'amy',
  name: 'Amy Lindqvist',
  active: true,
  version: 3,
  region: 'US',
  ...over,
});
const aRequest = (over: Partial<ServiceRequest> = {}): ServiceRequest => ({
  number: 'RQ-100001',
  personId: 'amy',
  subject: 'Printer',
  status: 'open',
  priority: 'normal',
  openedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
  ...over,
});
const keys = (person: Person) => personItems(person).items.map(({ pk, sk }) => `${pk} ${sk}`);
/** Without what search is served from, which has its own tests. */
const identifiers = (person: Person) => keys(person).filter((key) => !/^(person|search)/.test(key));
const numbers = (person: Person) => keys(person).filter((key) => key.startsWith('phone#'));

describe('a person is filed', () => {
  it('under the last seven digits of each number, sorted by number, extension and person', () => {
    const phones: Person['phones'] = [
      { label: 'work', number: '(212) 555-0123 x42' },
      { label: 'mobile', number: '+44 7700 900123' },
    ];
    expect(numbers(aPerson({ phones }))).toEqual([
      'phone#5550123 +12125550123#42#amy',
      'phone#0900123 +447700900123##amy',
    ]);
  });

  it('once under a number that stands in two fields', () => {
    const phones: Person['phones'] = [
      { label: 'work', number: '(212) 555-0123' },
      { label: 'mobile', number: '+12125550123' },
    ];
    expect(numbers(aPerson({ phones }))).toHaveLength(1);
  });

  it('under an internal number literally', () => {
    expect(numbers(aPerson({ phones: [{ label: 'work', number: '0042' }] }))).toEqual(['phone#0042 0042##amy']);
  });

  it('under every other identifier, without regard to case and blanks', () => {
    const person = aPerson({
      name: ' Amy   Lindqvist',
      firstName: 'AMY',
      lastName: 'Lindqvist',
      supportId: 'S-1001',
      employeeId: 'E7',
      userName: 'CORP\\Amy.L',
      emails: ['Amy@Example.com', ' ', '\u200b'],
      carNumber: 'NY 7',
      building: 'North',
      floor: '3',
      cubicle: '3.14',
      text1: 'Ｇold',
      text2: 'till',
      integer1: 0,
      integer2: -5,
    });
    expect(identifiers(person)).toEqual([
      'name#amy lindqvist amy',
      'first-name#amy amy',
      'last-name#lindqvist amy',
      'support-id#s-1001 amy',
      'employee-id#e7 amy',
      'car-number#ny 7 amy',
      'building#north amy',
      'floor#3 amy',
      'cubicle#3.14 amy',
      'text1#gold amy',
      'text2#till amy',
      'integer1#0 amy',
      'integer2#-5 amy',
      'user-name#corp\\amy.l amy',
      'user-name#amy.l amy',
      'email#amy@example.com amy',
    ]);
  });

  it('with the keys of everything that was filed, so that an edit knows what to take away', () => {
    const [profile, ...rest] = personItems(aPerson({ phones: [{ label: 'home', number: '4155550142' }] })).items;
    expect(profile?.filed).toEqual(rest.map(({ pk, sk }) => [pk, sk]));
  });

  it('under nothing once merged into somebody else', () => {
    expect(keys(aPerson({ active: false, mergedInto: 'bo', supportId: '1' }))).toEqual(['person#amy 0#profile']);
  });

  it('beside others who share the number', () => {
    const phones: Person['phones'] = [{ label: 'home', number: '415-555-0142' }];
    const [one] = numbers(aPerson({ id: 'omar', phones }));
    const [two] = numbers(aPerson({ id: 'leila', phones }));
    expect([one, two]).toEqual(['phone#5550142 +14155550142##omar', 'phone#5550142 +14155550142##leila']);
  });

  it('with what a look-up shows, so that it needs no second query', () => {
    const person = aPerson({
      vip: true,
      site: 'New York',
      doNotCall: false,
      phones: [{ label: 'work', number: '2125550123' }],
    });
    expect(personItems(person).items[1]?.person).toEqual({
      ...person,
      phones: [{ label: 'work', number: '2125550123' }],
    });
  });

  it('without numbers that nobody can call from, which are told', () => {
    const { items, problems } = personItems(aPerson({ phones: [{ label: 'work', number: 'reception' }] }));
    expect(items.filter(({ pk }) => pk.startsWith('phone#'))).toEqual([]);
    expect(problems).toEqual([{ field: 'phones', value: 'reception', reason: 'is no telephone number that can call' }]);
  });

  it('by numbers read in the default country when the person names none', () => {
    const person = aPerson({ region: undefined, phones: [{ label: 'work', number: '020 7946 0018' }] });
    expect(personItems(person, 'GB').items[1]?.sk).toBe('+442079460018##amy');
  });
});

describe('a request is filed', () => {
  it('whole under its number, and without its description under its person', () => {
    const [whole, row] = requestItems(aRequest({ description: 'long' }));
    expect([whole?.pk, whole?.request?.description]).toEqual(['request-number#rq-100001', 'long']);
    expect([row?.pk, row?.request?.description]).toEqual(['person#amy', undefined]);
  });

  it('open ones before previous ones, newest first', () => {
    const rows = [
      aRequest({ number: 'RQ-1', status: 'closed', openedAt: '2026-11-20T12:00:00.000Z' }),
      aRequest({ number: 'RQ-2', status: 'open', openedAt: '2026-11-18T12:00:00.000Z' }),
      aRequest({ number: 'RQ-3', status: 'resolved', openedAt: '2026-11-19T12:00:00.000Z' }),
      aRequest({ number: 'RQ-4', status: 'on hold', openedAt: '2026-11-19T12:00:00.000Z' }),
    ].map((request) => requestItems(request)[1]);
    const sorted = rows.toSorted((a, b) => ((a?.sk ?? '') < (b?.sk ?? '') ? -1 : 1));
    expect(sorted.map((row) => row?.request?.number)).toEqual(['RQ-4', 'RQ-2', 'RQ-1', 'RQ-3']);
  });

  it('under its number alone while it is nobody’s', () => {
    expect(requestItems(aRequest({ personId: 'none' }))).toHaveLength(1);
  });
});

describe('a request number', () => {
  it.each([
    ['has six digits at first', 0, 0, 'RQ-100000'],
    ['has six digits at most at first', 0.9999999, 0, 'RQ-999999'],
    ['has one digit more with each further attempt', 0, 2, 'RQ-10000000'],
  ])('%s', (_, random, attempt, expected) => {
    expect(requestNumber(random, attempt)).toBe(expected);
  });
});
