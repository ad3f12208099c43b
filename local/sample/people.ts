import type { Person } from '../../domain/directory/types.ts';

/**
 * Customers for a first look. Their numbers lie in ranges that regulators keep for fiction, so nobody is called by
 * accident. The Haddads share a line and a support ID; Amy is the customer of the guide's examples. IDs are digits, so
 * that callers can key them in; none is also the number of a request. The last three are there to be called: what
 * becomes of a call out depends on the number's last digits (docs/local-cloud.md).
 */
export const samplePeople: Person[] = [
  person('amy', 'Amy Lindqvist', 'US', [['mobile', '+1 212 555 0123']], {
    employeeId: '20417',
    building: 'Pier 17',
    floor: '2',
    cubicle: '2.14',
    organisation: 'Harbour Books',
    site: 'New York',
    supportId: '1001',
    vip: true,
  }),
  person('omar', 'Omar Haddad', 'US', [['home', '(415) 555-0142']], {
    supportId: '4711',
    employeeId: '20533',
    building: 'Main',
    floor: '1',
    organisation: 'Haddad & Haddad',
    site: 'Oakland',
  }),
  person('leila', 'Leila Haddad', 'US', [['home', '415-555-0142']], {
    supportId: '4711',
    employeeId: '20534',
    building: 'Main',
    floor: '1',
    organisation: 'Haddad & Haddad',
    site: 'Oakland',
  }),
  person(
    'grace',
    'Grace Okafor',
    'GB',
    [
      ['work', '020 7946 0018'],
      ['mobile', '07700 900321'],
    ],
    {
      supportId: '1004',
      employeeId: '20688',
      building: 'Warehouse B',
      floor: 'G',
      carNumber: 'LK21 KTE',
      organisation: 'Kite Logistics',
      site: 'London',
      language: 'en-GB',
    },
  ),
  person('jonas', 'Jonas Brandt', 'DE', [['work', '030 23125 042']], {
    supportId: '1005',
    employeeId: '20702',
    building: 'Vorderhaus',
    floor: '3',
    cubicle: '3.02',
    organisation: 'Brandt Optik',
    site: 'Berlin',
    language: 'de-DE',
  }),
  person('camille', 'Camille Roux', 'FR', [['work', '01 99 00 12 34']], {
    supportId: '1006',
    employeeId: '20811',
    building: 'Atelier',
    floor: 'RDC',
    organisation: 'Atelier Roux',
    site: 'Paris',
    language: 'fr-FR',
  }),
  person('mia', 'Mia Nguyen', 'AU', [['work', '(02) 5550 1234']], {
    supportId: '1007',
    employeeId: '20846',
    building: 'Quay House',
    floor: '4',
    cubicle: '4.11',
    organisation: 'Southern Reef Tours',
    site: 'Sydney',
  }),
  person('elsa', 'Elsa Nyström', 'SE', [['work', '08-465 004 12']], {
    supportId: '1008',
    employeeId: '20903',
    building: 'Hus A',
    floor: '5',
    carNumber: 'ABC 12D',
    organisation: 'Nyström Bygg',
    site: 'Stockholm',
  }),
  person('priya', 'Priya Raman', 'CA', [['mobile', '+1 613-555-0177']], {
    supportId: '1009',
    employeeId: '20955',
    building: 'East wing',
    floor: '2',
    cubicle: '2.30',
    text1: 'Night shift',
    organisation: 'Maple Clinic',
    site: 'Ottawa',
  }),
  person('sean', 'Seán Ó Briain', 'US', [['work', '+1 303 555 0199']], {
    supportId: '1010',
    employeeId: '20990',
    building: 'Depot 4',
    floor: '1',
    text1: 'Pager only',
    organisation: 'Front Range Rail',
    site: 'Denver',
    doNotCall: true,
  }),
  person('tess', 'Tess Holloway', 'US', [['work', '+1 312 555 0197']], {
    supportId: '1011',
    employeeId: '21004',
    building: 'North pier',
    floor: '1',
    text1: 'Her line is always busy',
    organisation: 'Holloway Ferries',
    site: 'Chicago',
  }),
  person('hugo', 'Hugo Lindgren', 'US', [['mobile', '+1 206 555 0198']], {
    supportId: '1012',
    employeeId: '21017',
    building: 'Pier 3',
    floor: '2',
    text1: 'He never answers',
    organisation: 'Cedar Outfitters',
    site: 'Seattle',
  }),
  person(
    'dora',
    'Dora Vance',
    'US',
    [
      ['work', '+1 504 555 0199'],
      ['mobile', '+1 504 555 0121'],
    ],
    {
      supportId: '1013',
      employeeId: '21038',
      building: 'Annex',
      floor: '3',
      text1: 'Her work number is out of order',
      organisation: 'Vance Catering',
      site: 'New Orleans',
    },
  ),
];

type Phones = [label: 'work' | 'mobile' | 'home' | 'sms', number: string][];

function person(id: string, name: string, region: string, phones: Phones, more: Partial<Person>): Person {
  return {
    id: `sample-${id}`,
    name,
    firstName: name.slice(0, name.indexOf(' ')),
    lastName: name.slice(name.indexOf(' ') + 1),
    userName: id,
    emails: [`${id}@customers.example`],
    phones: phones.map(([label, number]) => ({ label, number })),
    region,
    active: true,
    version: 1,
    ...more,
  };
}
