import type { ShownPerson } from '../../domain/api.ts';
import type { Person } from '../../domain/directory/types.ts';
import { shownStoredNumber } from '../../domain/phone/shown-number.ts';

/** Stored numbers are read in the person's country and shown as the desk's own country writes them. */
export function shownPerson({ phones = [], ...person }: Person, lineRegion: string): ShownPerson {
  return {
    ...person,
    phones: phones.map(({ label, number }) => ({
      label,
      number,
      ...shownStoredNumber(number, person.region ?? lineRegion, lineRegion),
    })),
  };
}
