import { readStoredNumber } from '../../domain/phone/stored-number.ts';
import { samplePeople } from './people.ts';

/** The sample people as callers: each number once for each person who has it, in E.164 as the network delivers it. */
export function callersOf(): { name: string; number: string }[] {
  return samplePeople.flatMap((person) =>
    (person.phones ?? []).flatMap(({ number }) => {
      const filed = readStoredNumber(number, person.region ?? '');
      return filed ? [{ name: person.name, number: filed.whole }] : [];
    }),
  );
}
