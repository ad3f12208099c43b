import { begunNumber } from '../phone/begun-number.ts';
import type { FiledNumber } from '../phone/filing.ts';
import { foldedForSearch } from './fold.ts';
import { userNamesOf } from './identifiers.ts';
import type { Person, Phone } from './types.ts';

/** Words of a name that may be typed first. */
const mostWords = 4;
/** Digits of an E.164 number that choose its partition: country and area for most. */
const leadingDigits = 6;

/** A beginning to look for: one partition and the text with which its sort keys begin. */
export interface SearchPlace {
  partition: string;
  text: string;
}

/** A text that a person is found by as one types, and what it shows of them. */
export interface SearchText extends SearchPlace {
  field: Partial<Person>;
}

/**
 * Everything that a person is found by as one types: their name begun with any of its words, emails, user name, support
 * and employee ID, and numbers.
 *
 * @param phones The person's telephones with what each is filed under.
 */
export function searchTexts(person: Person, phones: { phone: Phone; numbers: FiledNumber[] }[]): SearchText[] {
  const texts: [text: string | undefined, field: Partial<Person>][] = [
    ...rotations(foldedForSearch(person.name)).map((text): [string, Partial<Person>] => [text, {}]),
    ...(person.emails ?? []).map((email): [string, Partial<Person>] => [email, { emails: [email] }]),
    ...userNamesOf(person.userName).map((text): [string, Partial<Person>] => [text, { userName: person.userName }]),
    [person.supportId, { supportId: person.supportId }],
    [person.employeeId, { employeeId: person.employeeId }],
  ];
  const numbers = phones.flatMap(({ phone, numbers: filed }) =>
    filed.flatMap(numberTexts).map((place) => ({ ...place, field: { phones: [phone] } })),
  );
  return [...texts.flatMap(([text, field]) => textPlace(text ?? '').map((place) => ({ ...place, field }))), ...numbers];
}

/**
 * Where to look for what somebody has typed so far; nowhere when it is too short to search by.
 *
 * @param lineRegion Country in which a number without country code is read.
 */
export function searchPlaces(typed: string, lineRegion: string): SearchPlace[] {
  const numbers = begunNumber(typed, lineRegion).flatMap(numberPlace);
  return [...textPlace(typed), ...numbers];
}

/** `amy b lindqvist`, `b lindqvist amy`, `lindqvist amy b`; of a long name the first words and the last. */
function rotations(name: string): string[] {
  const words = name.split(' ');
  const starts = words.length <= mostWords ? [...words.keys()] : [...Array(mostWords - 1).keys(), words.length - 1];
  return starts.map((start) => [...words.slice(start), ...words.slice(0, start)].join(' '));
}

function textPlace(typed: string): SearchPlace[] {
  const text = foldedForSearch(typed);
  const lead = [...text].slice(0, leadOf(text)).join('');
  return [...lead].length < leadOf(text) ? [] : [{ partition: lead, text }];
}

/** Names written in these scripts are often only two characters long. */
const leadOf = (text: string): number =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 2 : 3;

const numberPlace = (digits: string): SearchPlace[] =>
  digits.length < leadingDigits ? [] : [{ partition: digits.slice(0, leadingDigits), text: digits }];

/** Possible readings are left out: whoever types a number types what was meant. */
function numberTexts(number: FiledNumber): SearchPlace[] {
  if (number.kind === 'line') return number.unsure ? [] : numberPlace(number.e164.slice(1));
  return number.kind === 'internal' || number.kind === 'local' ? textPlace(number.digits) : [];
}
