import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FlowAnswer } from '../../../domain/caller/outcome.ts';
import { personItems, requestItems } from '../../../domain/directory/items.ts';
import { identify } from '../../../lambdas/identify-caller/identify.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { lookUpOn } from '../../../lambdas/shared/adapters/look-up.ts';
import { flowContact } from '../../../lambdas/shared/connect-event.ts';
import { matchRows } from '../../domain/phone/match-table.ts';
import { startTables } from '../shared/tables.ts';

let tables: Awaited<ReturnType<typeof startTables>>;
const rows = matchRows();

beforeAll(async () => {
  tables = await startTables();
  const people = rows.flatMap(({ id, stored, contactRegion }) =>
    stored.map((number, at) => ({
      ...{ id: `p-${id}-${at}`, name: `Person ${id}`, active: true, version: 1, region: contactRegion, supportId: id },
      phones: [{ label: 'work' as const, number }],
    })),
  );
  await tables.put(people.flatMap((person) => personItems(person).items.filter(({ sk }) => !sk.startsWith('search'))));
  const request = { number: 'RQ-4711', personId: 'p-1-0', subject: 'x', status: 'open', priority: 'low' } as const;
  await tables.put(
    requestItems({ ...request, openedAt: '2026-11-20T09:00:00.000Z', updatedAt: '2026-11-20T09:00:00.000Z' }),
  );
}, 60_000);
afterAll(() => tables.stop());

it('answers whoever calls and whatever they key in: flat words, never empty, within the budget of requests', async () => {
  const callerId = fc.oneof(
    fc.constantFrom(...rows.map((row) => row.callerId)),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'+0123456789()-./ ;:@<>"%,x#*=\u0660\ud800'), maxLength: 40 }),
    fc.constantFrom(undefined, '1'.repeat(10_000), 'sip:'.repeat(500), '__proto__'),
  );
  const keyed = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom('4711', '1', '', 'Timeout', '*', '0'.repeat(21), '9'.repeat(5_000), '<b>', '١٢٣'),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const region = fc.constantFrom('US', 'GB', 'DE', 'FR', 'IT', 'BR', 'MX');
  await fc.assert(
    fc.asyncProperty(callerId, keyed, region, async (callerNumber, digits, lineRegion) => {
      const contactId = crypto.randomUUID();
      const address = callerNumber === undefined ? null : { Address: callerNumber, Type: 'TELEPHONE_NUMBER' };
      const ContactData = { ContactId: contactId, CustomerEndpoint: address, SystemEndpoint: address };
      const contact = flowContact({ Details: { ContactData, Parameters: { keyed: digits ?? null } } });
      let told: FlowAnswer | undefined;
      const asked = await tables.asking(async () => {
        told = await identify(
          contact,
          { lineRegion },
          {
            lookUp: lookUpOn(tables.documents, 'Directory'),
            interactions: interactionsOnDynamoDb(tables.documents, 'Interactions'),
            clock: { now: () => new Date('2026-11-20T09:00:00.000Z') },
          },
        );
      });
      for (const word of Object.values(told ?? {})) {
        expect(typeof word).toBe('string');
        expect(word.length).toBeGreaterThan(0);
        expect(word.length).toBeLessThanOrEqual(1_000);
      }
      expect(asked.length).toBeLessThanOrEqual(/^\d{1,20}$/.test(digits ?? '') ? 7 : 3);
    }),
    { numRuns: 600 },
  );
}, 60_000);
