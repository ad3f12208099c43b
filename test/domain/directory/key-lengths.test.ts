import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PersonFields } from '../../../domain/api.ts';
import { personItems } from '../../../domain/directory/items.ts';
import { identifierPartition } from '../../../domain/directory/keys.ts';
import { readPersonFields } from '../../../domain/directory/person-fields.ts';
import { searchPlaces } from '../../../domain/directory/search.ts';

/** DynamoDB's limits for partition and sort key, in bytes of UTF-8. */
const longest = { pk: 2048, sk: 1024 };
const bytes = (text: string) => Buffer.byteLength(text);

/** Characters that grow most in one form or another: compatible forms, lower case, four bytes each. */
const growing = fc.constantFrom('ﷺ', 'İ', 'ŉ', '𝒜', '\u0390', '한', 'é', 'ß');
const text = fc.tuple(growing, fc.integer({ min: 1, max: 200 })).map(([character, n]) => character.repeat(n));

it('keys stay within what a table takes, whatever the fields hold', () => {
  const fields = fc.record({
    name: text,
    userName: text,
    supportId: text,
    text1: text,
    emails: text.map((name) => [`${name.slice(0, 60)}@example.com`]),
    phones: text.map((user) => [{ label: 'work' as const, number: `sip:${user}@example.com` }]),
  });
  fc.assert(
    fc.property(fields, (given: PersonFields) => {
      const { person } = readPersonFields(given, 'US');
      const { items } = personItems({ ...person, id: 'x'.repeat(100), version: 1 }, 'US');
      expect(items.filter(({ pk, sk }) => bytes(pk) > longest.pk || bytes(sk) > longest.sk)).toEqual([]);
      expect(items.some(({ pk }) => pk.startsWith('name#'))).toBe(true);
    }),
  );
});

it('what is looked up stays within them too, whatever was typed', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 10_000 })), (typed) => {
      expect(bytes(identifierPartition('name', typed))).toBeLessThanOrEqual(longest.pk);
      for (const place of searchPlaces(typed, 'US')) expect(bytes(place.text)).toBeLessThanOrEqual(longest.sk);
    }),
  );
});
