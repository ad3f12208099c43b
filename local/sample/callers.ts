import { shownStoredNumber } from '../../domain/phone/shown-number.ts';
import { samplePeople } from './people.ts';

/** The sample people as callers: each number once for each person who has it, in E.164 as the network delivers it. */
export function callersOf(): { name: string; number: string }[] {
  return samplePeople.flatMap((person) =>
    (person.phones ?? []).flatMap(({ number }) => {
      const { dial } = shownStoredNumber(number, person.region ?? '', '');
      return dial === undefined ? [] : [{ name: person.name, number: dial }];
    }),
  );
}
