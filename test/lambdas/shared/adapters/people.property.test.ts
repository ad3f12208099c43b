import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../../domain/api.ts';
import { personItems } from '../../../../domain/directory/items.ts';
import { readPersonFields } from '../../../../domain/directory/person-fields.ts';
import { peopleOn } from '../../../../lambdas/shared/adapters/people.ts';
import type { People } from '../../../../lambdas/shared/ports.ts';
import { startTables } from '../tables.ts';
import { filedItems } from './filed-items.ts';

const word = fc.oneof(
  fc.constantFrom('Amy', 'amy', 'Seán', 'O’Brien', '李明', 'CORP\\amy', '4711', 'x'.repeat(128), 'ﷺ', 'a b  c d e'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const number = fc.constantFrom(
  ...['(212) 555-0123', '+12125550123', '212-555-0123 x4', '0042', '+44 20 7946 0018 / +1 303 555 0199'],
  ...['+49 30 23125-0', '+49 30 23125 0123-5', '5550123', 'sip:amy@example.com', '020 7946 0018'],
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const fields: fc.Arbitrary<PersonFields> = fc.record({
  name: word,
  firstName: optional(word),
  userName: optional(word),
  emails: optional(fc.array(fc.constantFrom('amy@example.com', 'AMY@example.com', 'b@c.example'), { maxLength: 3 })),
  phones: optional(
    fc.array(fc.record({ label: fc.constantFrom('work' as const, 'home' as const), number }), { maxLength: 4 }),
  ),
  supportId: optional(word),
  employeeId: optional(word),
  building: optional(word),
  text1: optional(word),
  integer1: optional(fc.integer()),
  vip: optional(fc.boolean()),
  active: optional(fc.boolean()),
  region: optional(fc.constantFrom('US', 'GB', 'DE')),
});

describe('after any sequence of edits', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let people: People;
  let serial = 0;

  beforeAll(async () => {
    tables = await startTables();
    people = peopleOn(tables.documents, 'Directory', 'US');
  });
  afterAll(() => tables.stop());

  it('a person is found by exactly what they have now', async () => {
    const edits = fc.array(
      fields.map((given) => readPersonFields(given, 'US')).filter(({ problems }) => problems.length === 0),
      { minLength: 2, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(edits, async ([first, ...rest]) => {
        serial += 1;
        const id = `p${serial}`;
        let version = 1;
        if (first) await people.create({ ...first.person, id, version });
        for (const { person } of rest) {
          const saved = await people.save({ ...person, id, version });
          expect(saved.outcome).toBe('saved');
          version += 1;
        }
        const stored = await people.person(id);
        expect(stored?.version).toBe(version);
        if (stored) expect(await filedItems(tables.documents, id)).toEqual(personItems(stored, 'US').items.slice(1));
      }),
      { numRuns: 60 },
    );
  });
});
