import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekdays } from '../../../domain/calling/local-time.ts';
import { agentItems, personItems, requestItems } from '../../../domain/directory/items.ts';
import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import { startTables } from '../shared/tables.ts';
import { interactionsDatabase } from '../track-contact/database.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

const runs = 120;

/** Text as nobody types it by accident. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '__proto__',
      'constructor',
      '\ud800',
      '\u0000',
      '\u202e',
      '<script>',
      "' OR 1=1",
      '../..',
      '%',
      '%E0%A4',
    ],
    ...['x'.repeat(10_000), '💥'.repeat(3_000), '٠٥٠١٢٣٤٥٦٧', 'amy', 'RQ-1', 'call-1', 'none', '#', 'a#b'],
  ),
);
/** Bodies: no JSON, any JSON, and what is nearly right. */
const known = ['amy', 'bo', 'RQ-1', '2026-11-20T09:00:00.000Z', '+1 212 555 0123', 'open', 'resolved', 'work', ''];
const value = fc.oneof(hostile, fc.constantFrom(...known), fc.integer(), fc.boolean(), fc.constant(null));
const names = [
  'personId',
  'subject',
  'description',
  'status',
  'priority',
  'category',
  'assignedTo',
  'from',
  'text',
  'name',
];
const more = [
  'into',
  'version',
  'intoVersion',
  'emails',
  'phones',
  'supportId',
  'region',
  'language',
  'integer1',
  'active',
  'number',
  'override',
];
const nearly = fc.dictionary(
  fc.constantFrom(...names, ...more),
  fc.oneof(
    value,
    fc.record({ reason: value }),
    fc.array(fc.oneof(value, fc.record({ label: value, number: value })), { maxLength: 3 }),
  ),
  { maxKeys: 6 },
);
const body = fc.oneof(
  hostile,
  fc.json(),
  nearly.map((object) => JSON.stringify(object)),
);

describe('the desk’s API, whatever is sent to it', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let calls: Awaited<ReturnType<typeof interactionsDatabase>>;
  let desk: Desk;
  let faults: unknown[] = [];
  let serial = 0;

  beforeAll(async () => {
    [tables, calls] = await Promise.all([startTables(), interactionsDatabase()]);
    const phones = [{ label: 'work' as const, number: '+1 212 555 0123' }];
    await tables.put(
      ['amy', 'bo'].flatMap((id) => personItems({ id, name: id, active: true, version: 1, phones }).items),
    );
    await tables.put(agentItems({ arn: 'arn:ned', username: 'ned', name: 'Ned', role: 'agent' }));
    const at = '2026-11-20T09:00:00.000Z';
    await tables.put(
      requestItems({
        ...{ number: 'RQ-1', personId: 'amy', subject: 'Printer', status: 'open', priority: 'normal' },
        ...{ openedAt: at, updatedAt: at },
      }),
    );
    const interactions = interactionsOnDynamoDb(calls.client, calls.TableName);
    await interactions.addFact({
      ...{ interactionId: 'call-1', contactId: 'call-1', at, source: 'identify-caller', kind: 'caller' },
      outcome: 'unknown',
    });
    await interactions.refresh('call-1');
    desk = aDesk(tables, {
      interactions,
      clock: { now: () => new Date(Date.UTC(2026, 10, 20, 10, 0, 0, ++serial)) },
      newId: () => `id-${++serial}`,
      // At any hour, so that leave to dial is given too.
      callRules: { hours: { days: [...weekdays], from: 0, to: 1440, countries: {} }, deskTimeZone: 'UTC' },
    });
  });
  afterAll(() => Promise.all([tables.stop(), calls.stop()]));

  async function ask(line: string, query: Record<string, string>, sent: string | undefined, group: string) {
    faults = [];
    const claims = { username: 'ned', 'cognito:groups': `[${group}]` };
    const event = anEvent(line, { query, body: sent, claims });
    const { statusCode = 0, body: text = '' } = await answer(event, routes(desk), 'cognito:groups', (fault) => {
      faults.push(fault);
    });
    return { status: statusCode, body: JSON.parse(text) };
  }

  async function everything(): Promise<string> {
    const [people, facts] = await Promise.all([
      tables.documents.send(new ScanCommand({ TableName: 'Directory', ConsistentRead: true })),
      calls.client.send(new ScanCommand({ TableName: calls.TableName, ConsistentRead: true })),
    ]);
    return [people.Items, facts.Items].flatMap((items = []) => items.map(inOrder).sort()).join('\n');
  }

  /** What the tables held when they were last read, until something is permitted that may change them. */
  let held: string | undefined;
  const list = Object.keys(routes({} as Desk));

  it.each(list)('%s answers with what was asked or a sentence that says why not', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const parameters = [
      'telephone',
      'supportID',
      'employeeID',
      'request',
      'name',
      'email',
      'q',
      'next',
      'person',
      'day',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hostile, fc.constantFrom('amy', 'RQ-1', 'call-1')),
        fc.dictionary(fc.constantFrom(...parameters, 'agent', 'open', 'userName'), hostile, { maxKeys: 3 }),
        fc.option(body, { nil: undefined }),
        fc.constantFrom('agent', 'supervisor'),
        async (id, query, sent, group) => {
          const path = pattern.replace(/\{\w+\}/, () => encoded(id));
          const before = method === 'GET' ? '' : (held ?? (await everything()));
          const { status, body: said } = await ask(`${method} ${path}`, query, sent, group);
          expect(faults).toEqual([]);
          expect(status).toBeLessThan(500);
          if (status < 400) {
            if (method !== 'GET') held = undefined;
            return;
          }
          expect(said).toMatchObject({
            error: expect.stringMatching(/^[a-z-]+$/),
            message: expect.stringMatching(/^.+\.$/s),
          });
          if (method === 'GET') return;
          held = await everything();
          expect(held === before, `changed by ${status}: ${said.message}`).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });
});

/** One text for what is equal: the store keeps no order of members. */
const inOrder = (item: unknown): string =>
  JSON.stringify(item, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Some percent-encoded as a browser would, some not at all. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
