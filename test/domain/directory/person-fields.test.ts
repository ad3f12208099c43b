import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../domain/api.ts';
import { readPersonFields } from '../../../domain/directory/person-fields.ts';
import { sayProblem } from '../../../domain/directory/say-problem.ts';

const read = (fields: Partial<PersonFields>, region = 'GB') => readPersonFields({ name: 'Amy', ...fields }, region);
const said = (fields: Partial<PersonFields>, region = 'GB') => read(fields, region).problems.map(sayProblem);

describe('what people type of a person', () => {
  it('is trimmed, blanks within become one, and what is empty is left out', () => {
    const fields = {
      name: ' Amy \u00a0 Lindqvist ',
      site: '  ',
      floor: '',
      text1: ' a  b ',
      vip: false,
      emails: [' '],
    };
    expect(read(fields)).toEqual({ person: { name: 'Amy Lindqvist', active: true, text1: 'a b' }, problems: [] });
  });

  it('keeps everything that it understands as it is typed', () => {
    const fields: PersonFields = {
      name: 'Seán Ó Briain',
      userName: 'CORP\\sean',
      emails: ['Seán@example.com', 'sean@bücher.example'],
      phones: [{ label: 'work', number: '020 7946 0018 ext. 12' }],
      supportId: '0042',
      employeeId: '7E12',
      cubicle: '3.0',
      integer1: 0,
      integer2: -7,
      vip: true,
      active: false,
      doNotCall: true,
    };
    expect(read(fields)).toEqual({ person: fields, problems: [] });
  });

  it('writes countries and languages in their one spelling', () => {
    const { person } = read({ region: 'gb', language: 'EN-gb' });
    expect([person.region, person.language]).toEqual(['GB', 'en-GB']);
  });

  it('holds the same number or email once', () => {
    const phone = { label: 'work' as const, number: '020 7946 0018' };
    const { person } = read({ phones: [phone, phone], emails: ['a@b.example', 'A@b.example'] });
    expect([person.phones, person.emails?.length]).toEqual([[phone], 1]);
  });

  it('reads numbers in the person’s country, or else in the given one', () => {
    const phones = [{ label: 'work' as const, number: '0301234567' }];
    expect(said({ phones, region: 'DE' }, 'US')).toEqual([]);
    expect(said({ phones: [{ label: 'work', number: '2125550123' }] }, 'US')).toEqual([]);
  });

  it.each([
    ['no name', { name: ' ' }, 'Name must not be empty.'],
    ['a name that cannot be seen', { name: '\u200b\u200f' }, 'Name "\u200b\u200f" contains nothing that can be seen.'],
    [
      'control characters',
      { name: 'Amy\u0007Berg' },
      'Name "Amy\u0007Berg" contains a line break or another control character.',
    ],
    ['half a character', { site: '\ud800' }, 'Site "\ud800" contains half a character.'],
    ['an email without host', { emails: ['amy'] }, 'Email "amy" is no email address.'],
    ['an email with a blank', { emails: ['amy b@c.example'] }, 'Email "amy b@c.example" is no email address.'],
    ['an email with two signs', { emails: ['a@b@c.example'] }, 'Email "a@b@c.example" is no email address.'],
    ['an email of one label', { emails: ['a@localhost'] }, 'Email "a@localhost" is no email address.'],
    [
      'a country that is none',
      { region: 'UK' },
      'Country of the numbers "UK" is no country code of two letters, such as GB (ISO 3166).',
    ],
    [
      'a language that is none',
      { language: 'english' },
      'Language "english" is no language tag, such as en-GB (BCP 47).',
    ],
    ['a locale of a program', { language: 'de_DE' }, 'Language "de_DE" is no language tag, such as en-GB (BCP 47).'],
    ['an integer that is none', { integer1: 1.5 }, 'Integer 1 "1.5" is no whole number.'],
    ['an integer beyond counting', { integer2: Number.NaN }, 'Integer 2 "NaN" is no whole number.'],
    [
      'an ID that a spreadsheet changed',
      { supportId: '4711.0' },
      'Support ID "4711.0" was changed by a spreadsheet; format its column as text and enter it again.',
    ],
    [
      'an ID in scientific notation',
      { employeeId: '4.711E+05' },
      'Employee ID "4.711E+05" was changed by a spreadsheet; format its column as text and enter it again.',
    ],
    [
      'half a character in a number',
      { phones: [{ label: 'work', number: '\ud800 020 7946 0018' }] },
      'Telephone "\ud800 020 7946 0018" contains half a character.',
    ],
    [
      'a number without digits',
      { phones: [{ label: 'work', number: 'reception' }] },
      'Telephone "reception" is no telephone number.',
    ],
    [
      'an emergency number',
      { phones: [{ label: 'work', number: '112' }] },
      'Telephone "112" is an emergency or service number, which nobody calls from.',
    ],
    [
      'scientific notation',
      { phones: [{ label: 'work', number: '4.42079E+11' }] },
      'Telephone "4.42079E+11" was changed by a spreadsheet and has lost digits; format its column as text and enter it again.',
    ],
    [
      'a decimal fraction',
      { phones: [{ label: 'work', number: '442079460123.0' }] },
      'Telephone "442079460123.0" was changed by a spreadsheet and has lost digits; format its column as text and enter it again.',
    ],
  ] as [string, Partial<PersonFields>, string][])('refuses %s by name', (_, fields, sentence) => {
    expect(said(fields)).toEqual([sentence]);
  });

  it('says everything that is wrong at once, each value shortened', () => {
    const problems = said({ emails: ['x'.repeat(100)], region: 'XX', language: '?' });
    expect(problems).toHaveLength(3);
    expect(problems.every((sentence) => sentence.length < 160)).toBe(true);
  });

  it('refuses somebody who would be filed in more places than one transaction takes', () => {
    const phones = Array.from({ length: 6 }, (_, n) => ({
      label: 'work' as const,
      number: Array.from({ length: 8 }, (_, m) => `+44 20 7946 0${n}${m}0`).join(' / '),
    }));
    expect(said({ phones })).toEqual([
      expect.stringMatching(/^Telephone "6 numbers" would be filed in \d+ places, at most 49 are possible/),
    ]);
  });

  it('never throws, and what it returns it would accept again unchanged', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const fields = fc.record({
      name: text,
      userName: text,
      emails: fc.array(fc.oneof(text, fc.emailAddress()), { maxLength: 3 }),
      phones: fc.array(fc.record({ label: fc.constant('work' as const), number: text }), { maxLength: 3 }),
      supportId: text,
      language: fc.oneof(text, fc.constantFrom('en', 'de-de', 'zh-hant-tw')),
      region: fc.oneof(text, fc.constantFrom('us', 'GB')),
      integer1: fc.double(),
    });
    fc.assert(
      fc.property(fields, (given) => {
        const once = readPersonFields(given, 'US');
        const again = readPersonFields(once.person, 'US');
        expect(again.person).toEqual(once.person);
        if (once.person.name !== '') expect(again.problems).toEqual([]);
      }),
    );
  });
});
