import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clues } from '../../../../domain/caller/clues.ts';
import type { LadderSettings, Verdict } from '../../../../domain/caller/verdict.ts';
import { personItems, requestItems } from '../../../../domain/directory/items.ts';
import type { Person, ServiceRequest } from '../../../../domain/directory/types.ts';
import { lookUpOn } from '../../../../lambdas/shared/adapters/look-up.ts';
import { findCaller } from '../../../../lambdas/shared/find-caller.ts';
import { startTables } from '../tables.ts';

const aPerson = (id: string, phone: string | undefined, over: Partial<Person> = {}): Person => ({
  id,
  name: id,
  active: true,
  version: 1,
  region: 'US',
  phones: phone === undefined ? [] : [{ label: 'work', number: phone }],
  ...over,
});
const aRequest = (number: string, personId: string): ServiceRequest => ({
  number,
  personId,
  subject: 'Printer',
  status: 'open',
  priority: 'normal',
  openedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
});

describe('the ladder on a real table', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  beforeAll(async () => {
    tables = await startTables();
    const people = [
      aPerson('omar', '415-555-0142'),
      aPerson('leila', '(415) 555-0142'),
      aPerson('other', '+1 212 555 0142'),
      aPerson('cy', '415-555-0142 x7', { supportId: '4711' }),
      aPerson('berlin', '030 23125-0', { region: 'DE' }),
      aPerson('amy', '+1 212 555 0123', { supportId: '4711', employeeId: 'E-7', userName: 'acme\\amy' }),
      ...Array.from({ length: 120 }, (_, n) => aPerson(`ext-${n}`, `+1 312 555 0100 x${1000 + n}`)),
      aPerson('sip', 'sip:alice@example.com'),
    ];
    await tables.put(people.flatMap((person) => personItems(person).items));
    await tables.put([aRequest('RQ-10041', 'amy'), aRequest('RQ-10042', 'none')].flatMap(requestItems));
  });
  afterAll(() => tables.stop());

  async function find(clues: Clues, settings: Partial<LadderSettings> = {}) {
    let verdict: Verdict | undefined;
    const asked = await tables.asking(async () => {
      verdict = await findCaller(clues, { lineRegion: 'US', ...settings }, lookUpOn(tables.documents, 'Directory'));
    });
    const { outcome, people = [], more, request } = verdict ?? {};
    return { outcome, people: people.map(({ person }) => person.id).sort(), more, request: request?.number, asked };
  }

  it.each<[string, Clues, string, string[], string[]]>([
    ['everybody who shares a line', { telephone: '+14155550142' }, 'several-people', ['leila', 'omar'], ['Query']],
    ['whoever has the extension', { telephone: '+14155550142;ext=7' }, 'one-person', ['cy'], ['Query']],
    ['the central number of a block', { telephone: '+493023125017' }, 'candidates', ['berlin'], ['Query', 'Query']],
    ['nobody, with two questions', { telephone: '+12125550199' }, 'unknown', [], ['Query', 'Query']],
    ['nobody, without a question', { telephone: null }, 'withheld', [], []],
    ['nobody behind an emergency number', { telephone: '911' }, 'short-code', [], []],
    ['a SIP address', { telephone: 'sip:alice@example.com' }, 'one-person', ['sip'], ['Query']],
    [
      'one extension among a crowd',
      { telephone: '+13125550100;ext=1119' },
      'one-person',
      ['ext-119'],
      ['Query', 'Query'],
    ],
    ['the requester', { request: '10041' }, 'one-person', ['amy'], ['GetItem', 'GetItem']],
    ['all who share a support ID', { supportId: ' 4711 ' }, 'several-people', ['amy', 'cy'], ['Query']],
    ['an employee', { employeeId: 'e-7' }, 'one-person', ['amy'], ['Query']],
    ['a login name in the place of a name', { name: 'ACME\\amy' }, 'one-person', ['amy'], ['Query', 'Query']],
  ])('finds %s', async (_, clues, outcome, people, asked) => {
    expect(await find(clues)).toMatchObject({ outcome, people, asked });
  });

  it('opens a request that is nobody’s, and asks on for the person', async () => {
    expect(await find({ request: 'rq-10042', telephone: '+12125550123' })).toMatchObject({
      outcome: 'one-person',
      people: ['amy'],
      request: 'RQ-10042',
    });
  });

  it('offers a crowd in part, and says that there are more', async () => {
    expect(await find({ telephone: '+13125550100' })).toMatchObject({ outcome: 'candidates', more: true });
  });
});
