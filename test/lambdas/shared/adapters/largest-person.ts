import { personFields } from '../../../../domain/api.ts';
import { mostEmails, mostPhones } from '../../../../domain/directory/merge.ts';
import { readPersonFields } from '../../../../domain/directory/person-fields.ts';
import type { Person } from '../../../../domain/directory/types.ts';

/** Somebody who has everything that the API lets a person have; another `mark` shares nothing with it. */
export function largestPerson(id: string, mark: string): Person {
  const block = mark.charCodeAt(0) % 10;
  const fields = personFields.parse({
    name: `${mark}an ${mark}ora ${mark}eta ${mark}ine`,
    firstName: `${mark}an`,
    lastName: `${mark}ine`,
    userName: `${mark}corp\\${mark}user`,
    emails: Array.from({ length: mostEmails }, (_, n) => `${mark}-${n}@example.com`),
    phones: Array.from({ length: mostPhones }, (_, n) => ({ label: 'work', number: `+1 212 555 0${block}${n}0` })),
    ...Object.fromEntries(
      ['supportId', 'employeeId', 'carNumber', 'building', 'floor', 'cubicle', 'text1', 'text2', 'site'].map(
        (field) => [field, `${mark} ${field}`],
      ),
    ),
    integer1: mark.charCodeAt(0),
    integer2: -mark.charCodeAt(0),
    language: 'en-GB',
    vip: true,
  });
  const { person, problems } = readPersonFields(fields, 'US');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { ...person, id, version: 1 };
}
