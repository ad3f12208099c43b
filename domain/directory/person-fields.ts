import { isSupportedCountry } from 'libphonenumber-js/max';
import type { PersonFields } from '../api.ts';
import { checkPhone } from './check-phone.ts';
import { folded } from './fold.ts';
import { alwaysFits, tooManyFiled } from './limits.ts';
import type { Person, Phone } from './types.ts';

/** What is wrong with one field: `<field> "<value>" <reason>` reads as a sentence. */
export interface FieldProblem {
  field: keyof PersonFields;
  /** As given, cut to 60 characters. */
  value: string;
  reason: string;
}

export interface ReadPerson {
  /** Only what was understood. */
  person: Omit<Person, 'id' | 'version'>;
  /** In the order of the fields; a person with any is not to be stored. */
  problems: FieldProblem[];
}

const texts = [
  ...(['firstName', 'lastName', 'userName', 'supportId', 'employeeId', 'organisation', 'site', 'building'] as const),
  ...(['floor', 'cubicle', 'carNumber', 'text1', 'text2', 'language', 'region'] as const),
] satisfies (keyof PersonFields)[];
const ids: readonly string[] = ['supportId', 'employeeId', 'carNumber'];
const integers = ['integer1', 'integer2'] as const;

/**
 * Reads what people or files say of a person: blanks are trimmed and collapsed, what is empty is left out. Never throws.
 *
 * @param fields Lengths are the schema's to check (domain/api.ts).
 * @param defaultRegion Country in which numbers without country code are read when the person names none.
 */
export function readPersonFields(fields: PersonFields, defaultRegion: string): ReadPerson {
  const problems: FieldProblem[] = [];
  const complain: Complain = (field, value, reason) =>
    problems.push({ field, value: shortened(String(value)), reason });
  const person: Omit<Person, 'id' | 'version'> = { name: '', active: fields.active ?? true };

  const text = (field: (typeof texts)[number] | 'name' | 'emails', given: string): string => {
    const value = tidied(given);
    const reason = whyNoText(value) ?? (ids.includes(field) ? whyDamaged(value) : undefined) ?? whyNo[field]?.(value);
    if (value === '' || reason === undefined) return value;
    complain(field, value, reason);
    return '';
  };

  person.name = text('name', fields.name ?? '');
  if (tidied(fields.name ?? '') === '') complain('name', '', 'must not be empty');
  for (const field of texts) {
    const value = text(field, fields[field] ?? '');
    if (value !== '') person[field] = canonical[field]?.(value) ?? value;
  }
  const emails = distinct((fields.emails ?? []).map((email) => text('emails', email)).filter(Boolean));
  if (emails.length > 0) person.emails = emails;
  for (const field of integers) {
    const value = fields[field];
    if (value === undefined) continue;
    if (Number.isSafeInteger(value)) person[field] = value;
    else complain(field, value, 'is no whole number');
  }
  if (fields.vip) person.vip = true;
  if (fields.doNotCall) person.doNotCall = true;

  const { phones, numbers } = readPhones(fields.phones ?? [], person.region ?? defaultRegion, complain);
  if (phones.length > 0) person.phones = phones;
  const tooMany =
    emails.length + numbers > alwaysFits ? tooManyFiled({ ...person, id: '', version: 0 }, defaultRegion) : undefined;
  if (tooMany !== undefined) complain('phones', `${phones.length} numbers`, tooMany);
  return { person, problems };
}

/** Numbers stay as typed; `numbers` is how many they are filed as. */
function readPhones(given: Phone[], region: string, complain: Complain): { phones: Phone[]; numbers: number } {
  const phones = new Map<string, Phone>();
  let numbers = 0;
  for (const { label, number: typed } of given) {
    const number = tidied(typed);
    if (number === '') continue;
    const checked = isHalved(number) ? { reason: halved } : checkPhone(number, region);
    if ('reason' in checked) complain('phones', number, checked.reason);
    else {
      phones.set(`${label} ${number}`, { label, number });
      numbers += checked.numbers;
    }
  }
  return { phones: [...phones.values()], numbers };
}

type Complain = (field: keyof PersonFields, value: unknown, reason: string) => void;

/** What a field must look like beyond being a text. */
const whyNo: Partial<Record<keyof PersonFields, (value: string) => string | undefined>> = {
  emails: (value) => (looksLikeEmail.test(value) ? undefined : 'is no email address'),
  region: (value) =>
    isSupportedCountry(value.toUpperCase()) ? undefined : 'is no country code of two letters, such as GB (ISO 3166)',
  language: (value) => (canonicalLanguage(value) ? undefined : 'is no language tag, such as en-GB (BCP 47)'),
};

const canonical: Partial<Record<keyof PersonFields, (value: string) => string | undefined>> = {
  region: (value) => value.toUpperCase(),
  language: (value) => canonicalLanguage(value),
};

/** One `@`, something before it, and a domain of at least two labels behind it; mail servers know the rest. */
const looksLikeEmail =
  /^[^\s@"<>(),;:\\[\]]{1,64}@(?!.*\.\.)[^\s@"<>(),;:\\[\].][^\s@"<>(),;:\\[\]]*\.[\p{L}\p{N}-]+$/u;

function canonicalLanguage(tag: string): string | undefined {
  // Longer primary subtags are words such as `english`, which are well formed and name nothing.
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const tidied = (text: string): string => text.trim().replace(/\p{Zs}+/gu, ' ');

const halved = 'contains half a character';
const isHalved = (text: string): boolean => /\p{Cs}/u.test(text);

function whyNoText(value: string): string | undefined {
  if (/\p{Cc}/u.test(value)) return 'contains a line break or another control character';
  if (isHalved(value)) return halved;
  return value !== '' && folded(value) === '' ? 'contains nothing that can be seen' : undefined;
}

/** A spreadsheet makes `4711` a number and writes it back in its own way. */
const whyDamaged = (value: string): string | undefined =>
  /^\d([.,]\d+)?E[+-]\d{1,3}$/i.test(value) || /^\d+[.,]0+$/.test(value)
    ? 'was changed by a spreadsheet; format its column as text and enter it again'
    : undefined;

const distinct = (values: string[]): string[] => [...new Map(values.map((value) => [folded(value), value])).values()];

const shortened = (text: string): string => (text.length > 60 ? `${[...text].slice(0, 59).join('')}…` : text);
