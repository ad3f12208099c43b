import type { FiledNumber } from '../phone/filing.ts';
import { shortestSuffix } from '../phone/numbering.ts';
import type { Key } from './keys.ts';

/**
 * Where the numbers of people are filed.
 *
 *   line             phone#<last seven digits>    <E.164>#<extension>#<person id>, with ? in front of a possible reading
 *   local number     phone#<last seven digits>    <digits>~<country>#<extension>#<person id>
 *   internal         phone#<digits>               <digits>##<person id>
 *   block            phone-block#<first digits>   <root>#<person id>
 *   SIP address      sip#<user@host>              ##<person id>
 *
 * The last seven digits, so that one query can find a number whether or not its beginning is known.
 */
export const numberKey = (number: FiledNumber, personId: string): Key => ({
  pk: numberPartition(number),
  sk: numberPrefix(number) + personId,
});

export function numberPartition(number: FiledNumber): string {
  switch (number.kind) {
    case 'line':
      return `phone#${number.e164.slice(1).slice(-shortestSuffix)}`;
    case 'local':
      return `phone#${number.digits.slice(-shortestSuffix)}`;
    case 'internal':
      return `phone#${number.digits}`;
    case 'block':
      return blockPartition(number.root);
    case 'address':
      return `sip#${number.address}`;
  }
}

/** Begins the sort key of everybody who has exactly this number and extension. */
export function numberPrefix(number: FiledNumber): string {
  switch (number.kind) {
    case 'line':
      return `${number.unsure ? '?' : ''}${number.e164}#${number.extension ?? ''}#`;
    case 'local':
      return `${number.digits}~${number.region}#${number.extension ?? ''}#`;
    case 'internal':
      return `${number.digits}##`;
    case 'block':
      return `${number.root}#`;
    case 'address':
      return '##';
  }
}

/** Country code and the beginning of an area code: no central number has fewer digits before its final 0. */
const blockDigits = 6;

/**
 * Blocks of numbers do not lie within one another, so the root of a caller's block is the nearest one before the number
 * itself; a query that reads backwards from there finds it however many others the partition has.
 *
 * @param number `+` and digits: a root, or a whole number that may lie in a block.
 */
export const blockPartition = (number: string): string => `phone-block#${number.slice(1, 1 + blockDigits)}`;

/** Sorts after the root of every block that this number can lie in, and before all that follow it. */
export const blockBound = (e164: string): string => `${e164}#`;
