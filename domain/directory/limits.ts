import { personItems } from './items.ts';
import type { Person } from './types.ts';

/**
 * Identifier and search items that a person may have. An edit that replaces all of them takes both sets and a profile,
 * a merge both sets and two profiles: at most the hundred writes of one transaction (DynamoDB TransactWriteItems).
 */
export const mostFiled = 49;

/** Emails and filed numbers together with which nobody has too many, whatever else they have: it spares the counting. */
export const alwaysFits = 12;

/** Says why this person has too many items to be written at once; undefined when they have not. */
export function tooManyFiled(person: Person, defaultRegion: string): string | undefined {
  const count = personItems(person, defaultRegion).items.length - 1;
  if (count <= mostFiled) return undefined;
  return `would be filed in ${count} places, at most ${mostFiled} are possible: take away a number or an email address`;
}
