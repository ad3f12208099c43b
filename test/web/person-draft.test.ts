import { describe, expect, it } from 'vitest';
import type { ShownPerson } from '../../domain/api.ts';
import {
  differences,
  draftFromTyped,
  draftOf,
  emptyDraft,
  fieldNamed,
  fieldsOf,
  problemsOf,
} from '../../web/desk/person-draft.ts';

const amy: ShownPerson = {
  id: 'amy',
  name: 'Amy',
  active: true,
  version: 3,
  integer1: 0,
  vip: true,
  phones: [{ label: 'work', number: '020 7946 0018', display: '020 7946 0018', dial: '+442079460018' }],
};

it('sends back what it was made from, numbers as typed', () => {
  expect(fieldsOf(draftOf(amy))).toEqual({
    name: 'Amy',
    integer1: 0,
    emails: [],
    phones: [{ label: 'work', number: '020 7946 0018' }],
    vip: true,
    doNotCall: false,
    active: true,
  });
});

it('leaves out lines that were added and not filled', () => {
  const draft = emptyDraft({ name: ' B ', emails: ['', ' '], phones: [{ label: 'home', number: ' ' }] });
  expect(fieldsOf(draft)).toMatchObject({ name: 'B', emails: [], phones: [] });
});

it.each([
  ['zoe@a.example', { emails: ['zoe@a.example'] }],
  ['+44 (20) 7946-0018', { phones: [{ label: 'work', number: '+44 (20) 7946-0018' }] }],
  ['Zoë 2nd', { name: 'Zoë 2nd' }],
])('begins a person from %s', (typed, known) => {
  expect(draftFromTyped(typed)).toEqual(emptyDraft(known as object));
});

it.each([
  ['a person without a name', { name: ' ' }, { name: 'needsName' }],
  ['a fraction', { name: 'A', integer2: '1.5' }, { integer2: 'notInteger' }],
  ['nothing of a whole number below zero', { name: 'A', integer1: ' -7 ' }, {}],
])('refuses %s', (_, known, problems) => {
  expect(problemsOf(emptyDraft(known))).toEqual(problems);
});

it.each([
  ['body.phones.0.number is too long', 'phones'],
  ['body has a member that is not known', undefined],
  ['The body is not JSON.', undefined],
])('knows the field of %s', (message, field) => {
  expect(fieldNamed(message)).toBe(field);
});

describe('a newer version beside the draft', () => {
  const base = draftOf(amy);

  it('differs only where somebody else changed something', () => {
    expect(differences(base, { ...base, site: 'mine' }, { ...base, floor: 'theirs' })).toEqual([
      { field: 'floor', disputed: false },
    ]);
  });

  it('is disputed where both changed the same field', () => {
    expect(differences(base, { ...base, site: 'mine' }, { ...base, site: 'theirs' })).toEqual([
      { field: 'site', disputed: true },
    ]);
  });

  it('is no dispute when both wrote the same', () => {
    expect(differences(base, { ...base, emails: ['a@b.example'] }, { ...base, emails: ['a@b.example'] })).toEqual([]);
  });
});
