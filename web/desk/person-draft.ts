/** A person as a form holds them while somebody types: every field is there, empty or not. Pure. */
import type { PersonFields, ShownPerson } from '../../domain/api.ts';

/** Texts by group, with the most characters that the desk takes. */
export const textFields = {
  name: 200,
  firstName: 100,
  lastName: 100,
  userName: 128,
  language: 35,
  region: 2,
  supportId: 50,
  employeeId: 128,
  organisation: 128,
  site: 128,
  building: 128,
  floor: 50,
  cubicle: 50,
  carNumber: 50,
  text1: 200,
  text2: 200,
  integer1: 16,
  integer2: 16,
} as const;
export type TextField = keyof typeof textFields;
export const flags = ['vip', 'doNotCall', 'active'] as const;
export type Flag = (typeof flags)[number];

export type DraftPhone = NonNullable<PersonFields['phones']>[number];
export type Draft = Record<TextField, string> & Record<Flag, boolean> & { emails: string[]; phones: DraftPhone[] };
export type Field = keyof Draft;
export const texts = Object.keys(textFields) as TextField[];
export const fields: Field[] = [...texts, 'emails', 'phones', ...flags];

const integers: TextField[] = ['integer1', 'integer2'];

/** A form for nobody yet. */
export function emptyDraft(known: Partial<Draft> = {}): Draft {
  const none = Object.fromEntries(texts.map((field) => [field, ''])) as Record<TextField, string>;
  return { ...none, vip: false, doNotCall: false, active: true, emails: [], phones: [], ...known };
}

export function draftOf(person: ShownPerson): Draft {
  const written = Object.fromEntries(texts.map((field) => [field, String(person[field] ?? '')]));
  return {
    ...emptyDraft(),
    ...written,
    vip: person.vip === true,
    doNotCall: person.doNotCall === true,
    active: person.active,
    emails: person.emails ?? [],
    phones: person.phones.map(({ label, number }) => ({ label, number })),
  };
}

/** What somebody typed into search, put where it belongs: an email, a number, else a name. */
export function draftFromTyped(typed: string): Draft {
  const text = typed.trim();
  if (/^\S+@\S+$/.test(text)) return emptyDraft({ emails: [text] });
  if (/^[+(]?\d[\d\s()./-]{4,}$/.test(text)) return emptyDraft({ phones: [{ label: 'work', number: text }] });
  return emptyDraft({ name: text });
}

export type Problems = { [F in Field]?: 'needsName' | 'notInteger' };

/** What the page itself can tell; what a number or a country must look like, the desk says. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  if (draft.name.trim() === '') problems.name = 'needsName';
  for (const field of integers) {
    const text = draft[field].trim();
    if (text !== '' && !/^-?\d{1,15}$/.test(text)) problems[field] = 'notInteger';
  }
  return problems;
}

/** The body that says it to the desk. Fields, numbers and emails that are empty are left out. */
export function fieldsOf(draft: Draft): PersonFields {
  const written: [string, string | number][] = texts
    .map((field): [TextField, string] => [field, draft[field].trim()])
    .filter(([, text]) => text !== '')
    .map(([field, text]) => [field, integers.includes(field) ? Number(text) : text]);
  return {
    ...(Object.fromEntries(written) as Partial<PersonFields>),
    name: draft.name.trim(),
    emails: draft.emails.map((email) => email.trim()).filter(Boolean),
    phones: draft.phones
      .map(({ label, number }) => ({ label, number: number.trim() }))
      .filter(({ number }) => number !== ''),
    vip: draft.vip,
    doNotCall: draft.doNotCall,
    active: draft.active,
  };
}

/** The field that a refusal of the desk begins with, e.g. `body.phones.0.number is too long`. */
export function fieldNamed(message: string): Field | undefined {
  const [first] = message.replace(/^body\.?\s*/, '').split(/[^a-zA-Z0-9]/);
  return fields.find((field) => field === first);
}

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export interface Difference {
  field: Field;
  /** Both changed it: only the agent can decide. */
  disputed: boolean;
}

/** Fields in which a newer version differs from the draft because somebody else changed them. */
export const differences = (base: Draft, mine: Draft, newer: Draft): Difference[] =>
  fields
    .filter((field) => !alike(newer[field], base[field]) && !alike(newer[field], mine[field]))
    .map((field) => ({ field, disputed: !alike(mine[field], base[field]) }));
