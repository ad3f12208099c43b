import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowAnswer } from '../../../domain/caller/outcome.ts';
import { personItems } from '../../../domain/directory/items.ts';
import { identify } from '../../../lambdas/identify-caller/identify.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { lookUpOn } from '../../../lambdas/shared/adapters/look-up.ts';
import { startTables } from '../shared/tables.ts';

const person = (id: string, name: string, number: string) =>
  personItems({ id, name, active: true, version: 1, region: 'US', phones: [{ label: 'work', number }] }).items;

describe('identifying a caller', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;

  beforeAll(async () => {
    tables = await startTables();
    await tables.put([
      ...person('amy', 'Amy Lindqvist', '+1 212 555 0123'),
      ...person('omar', 'Omar Haddad', '(415) 555-0142'),
      ...person('leila', 'Leila Haddad', '(415) 555-0142'),
      ...person('guard', 'Gate', '7001'),
    ]);
  });
  afterAll(() => tables.stop());

  /** One call; what was asked of the tables, and the answer. */
  async function call(
    callerNumber: string | undefined,
    contactId: string = crypto.randomUUID(),
    at = '2026-11-20T09:00:00.000Z',
  ) {
    let answer: FlowAnswer | undefined;
    const ports = {
      lookUp: lookUpOn(tables.documents, 'Directory'),
      interactions: interactionsOnDynamoDb(tables.documents, 'Interactions'),
      clock: { now: () => new Date(at) },
    };
    const contact = { contactId, interactionId: contactId, callerNumber, dialledNumber: '+18005550100' };
    const asked = await tables.asking(async () => {
      answer = await identify(contact, { lineRegion: 'US' }, ports);
    });
    return { asked, outcome: answer?.outcome, personId: answer?.personId, contactId };
  }

  it.each([
    ['a number of one person', '+12125550123', 'one-person', 'amy', ['Query', 'PutItem']],
    ['a number behind SIP', 'sip:+12125550123@host.example.com', 'one-person', 'amy', ['Query', 'PutItem']],
    ['a shared number', '+14155550142', 'several-people', 'none', ['Query', 'PutItem']],
    ['an internal number of one person', '7001', 'one-person', 'guard', ['Query', 'PutItem']],
    ['an unknown number', '+12125550199', 'unknown', 'none', ['Query', 'Query', 'PutItem']],
    ['an internal number of nobody', '7000', 'short-code', 'none', ['Query', 'PutItem']],
    ['a withheld number', 'anonymous', 'withheld', 'none', ['PutItem']],
    ['no number', undefined, 'withheld', 'none', ['PutItem']],
    ['an empty number', '', 'withheld', 'none', ['PutItem']],
    ['a bare plus', '+', 'unusable', 'none', ['PutItem']],
    ['twenty digits', '12345678901234567890', 'unknown', 'none', ['PutItem']],
    ['a SIP address', 'sip:alice@example.com', 'sip', 'none', ['Query', 'PutItem']],
  ])('answers and asks the tables no more than needed: %s', async (_, raw, outcome, personId, asked) => {
    expect(await call(raw)).toMatchObject({ outcome, personId, asked });
  });

  it('changes nothing in the record when the flow asks again for the same contact', async () => {
    const record = async (id: string) =>
      (await interactionsOnDynamoDb(tables.documents, 'Interactions').read(id))?.interaction;
    const { contactId } = await call('+12125550123');
    const once = await record(contactId);
    await call('+12125550123', contactId, '2026-11-20T09:00:01.500Z');
    expect(await record(contactId)).toEqual(once);
  });

  it('records who called whom and who that is', async () => {
    const { contactId } = await call('+12125550123');
    const read = await interactionsOnDynamoDb(tables.documents, 'Interactions').read(contactId);
    expect(read?.interaction).toMatchObject({
      id: contactId,
      state: 'New',
      callerNumber: '+12125550123',
      dialledNumber: '+18005550100',
      caller: { outcome: 'one-person', personId: 'amy', personName: 'Amy Lindqvist' },
    });
  });
});
