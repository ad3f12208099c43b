import { fileNumber } from '../phone/file-number.ts';
import { folded } from './fold.ts';
import { tooManyFiled } from './limits.ts';
import type { Person, Phone } from './types.ts';

export type Merge =
  /** Both as they shall be stored, with the next version. */
  { ok: true; stays: Person; duplicate: Person } | { ok: false; reason: string };

/** Fields that a person has once: the one who stays keeps theirs. */
const once = [
  ...(['firstName', 'lastName', 'userName', 'supportId', 'employeeId', 'organisation', 'site', 'building'] as const),
  ...(['floor', 'cubicle', 'carNumber', 'text1', 'text2', 'integer1', 'integer2', 'language', 'region'] as const),
];
/** As many as domain/api.ts lets an edit send back. */
export const mostEmails = 6;
export const mostPhones = 6;

/**
 * Makes one person of two. Who stays keeps their own fields, takes over those that they lack and all emails and numbers;
 * the duplicate keeps its fields to be read, is inactive and found by nothing.
 */
export function mergePeople(duplicate: Person, into: Person, defaultRegion: string): Merge {
  const refused = whyNot(duplicate, into);
  if (refused !== undefined) return { ok: false, reason: refused };
  const phones = together([...(into.phones ?? []), ...movedPhones(duplicate, into, defaultRegion)], (phone) =>
    filedAs(phone, into.region ?? duplicate.region ?? defaultRegion),
  );
  const emails = together([...(into.emails ?? []), ...(duplicate.emails ?? [])], folded);
  const stays: Person = {
    ...Object.fromEntries(once.flatMap((field) => (duplicate[field] === undefined ? [] : [[field, duplicate[field]]]))),
    ...into,
    ...(phones.length > 0 && { phones }),
    ...(emails.length > 0 && { emails }),
    ...((into.vip || duplicate.vip) && { vip: true }),
    ...((into.doNotCall || duplicate.doNotCall) && { doNotCall: true }),
    version: into.version + 1,
  };
  if (phones.length > mostPhones) return tooMuch(`${phones.length} numbers, at most ${mostPhones}`);
  if (emails.length > mostEmails) return tooMuch(`${emails.length} email addresses, at most ${mostEmails}`);
  const tooMany = tooManyFiled(stays, defaultRegion);
  if (tooMany !== undefined) return { ok: false, reason: `The merged person ${tooMany}.` };
  return {
    ok: true,
    stays,
    duplicate: { ...duplicate, active: false, mergedInto: into.id, version: duplicate.version + 1 },
  };
}

const tooMuch = (what: string): Merge => ({
  ok: false,
  reason: `Together they have ${what} are possible: first take away what is no longer needed.`,
});

function whyNot(duplicate: Person, into: Person): string | undefined {
  if (duplicate.id === into.id) return 'A person cannot be merged into themselves.';
  if (duplicate.mergedInto !== undefined) return `${duplicate.name} was already merged into somebody else.`;
  if (into.mergedInto !== undefined) return `${into.name} was merged into somebody else; choose that person.`;
  if (!into.active) return `${into.name} is not active; a person who is merged into must be.`;
  return undefined;
}

/** Numbers without country code go into E.164 where the other person's country would read them otherwise. */
function movedPhones(duplicate: Person, into: Person, defaultRegion: string): Phone[] {
  const from = duplicate.region ?? defaultRegion;
  const to = into.region ?? duplicate.region ?? defaultRegion;
  return (duplicate.phones ?? []).map((phone) => {
    const written = filedAs(phone, from) === filedAs(phone, to) ? '' : inE164(phone, from);
    return written === '' ? phone : { ...phone, number: written };
  });
}

function inE164(phone: Phone, region: string): string {
  const filing = fileNumber(phone.number, region);
  const lines = 'none' in filing ? [] : filing.numbers.filter((number) => number.kind === 'line' && !number.unsure);
  return lines
    .flatMap((line) => (line.kind === 'line' ? `${line.e164}${line.extension ? ` ext. ${line.extension}` : ''}` : []))
    .join(' / ');
}

function filedAs(phone: Phone, region: string): string {
  const filing = fileNumber(phone.number, region);
  return JSON.stringify('none' in filing ? phone.number : filing.numbers);
}

const together = <T>(values: T[], same: (value: T) => string): T[] => {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(same(value))) first.set(same(value), value);
  return [...first.values()];
};
