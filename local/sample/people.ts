import type { Person } from '../../domain/directory/types.ts';

/**
 * Ten customers for a first look. Their numbers lie in ranges that regulators keep for fiction, so nobody is called by
 * accident. The Haddads share a line; Amy is the customer of the guide's examples.
 */
export const samplePeople: Person[] = [
  person('amy', 'Amy Lindqvist', 'US', [['mobile', '+1 212 555 0123']], {
    organisation: 'Harbour Books',
    site: 'New York',
    supportId: 'S-1001',
    vip: true,
  }),
  person('omar', 'Omar Haddad', 'US', [['home', '(415) 555-0142']], {
    organisation: 'Haddad & Haddad',
    site: 'Oakland',
  }),
  person('leila', 'Leila Haddad', 'US', [['home', '415-555-0142']], {
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
    { organisation: 'Kite Logistics', site: 'London', language: 'en-GB' },
  ),
  person('jonas', 'Jonas Brandt', 'DE', [['work', '030 23125 042']], {
    organisation: 'Brandt Optik',
    site: 'Berlin',
    language: 'de-DE',
  }),
  person('camille', 'Camille Roux', 'FR', [['work', '01 99 00 12 34']], {
    organisation: 'Atelier Roux',
    site: 'Paris',
    language: 'fr-FR',
  }),
  person('mia', 'Mia Nguyen', 'AU', [['work', '(02) 5550 1234']], {
    organisation: 'Southern Reef Tours',
    site: 'Sydney',
  }),
  person('elsa', 'Elsa Nyström', 'SE', [['work', '08-465 004 12']], {
    organisation: 'Nyström Bygg',
    site: 'Stockholm',
  }),
  person('priya', 'Priya Raman', 'CA', [['mobile', '+1 613-555-0177']], {
    organisation: 'Maple Clinic',
    site: 'Ottawa',
  }),
  person('sean', 'Seán Ó Briain', 'US', [['work', '+1 303 555 0199']], {
    organisation: 'Front Range Rail',
    site: 'Denver',
    doNotCall: true,
  }),
];

type Phones = [label: 'work' | 'mobile' | 'home' | 'sms', number: string][];

function person(id: string, name: string, region: string, phones: Phones, more: Partial<Person>): Person {
  return {
    id: `sample-${id}`,
    name,
    userName: id,
    emails: [`${id}@customers.example`],
    phones: phones.map(([label, number]) => ({ label, number })),
    region,
    active: true,
    version: 1,
    ...more,
  };
}
