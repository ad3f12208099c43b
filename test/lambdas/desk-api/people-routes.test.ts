import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestItems } from '../../../domain/directory/items.ts';
import type { ServiceRequest } from '../../../domain/directory/types.ts';
import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import { startTables } from '../shared/tables.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

const request: ServiceRequest = {
  number: 'RQ-1',
  personId: 'id-1',
  subject: 'Printer',
  status: 'open',
  priority: 'normal',
  openedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
};

describe('the desk’s API of people', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let desk: Desk;
  let serial = 0;

  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());
  beforeEach(() => {
    desk = aDesk(tables, {
      clock: { now: () => new Date('2026-11-20T10:00:00.000Z') },
      newId: () => `id-${++serial}`,
    });
  });

  async function ask(line: string, body?: unknown, query?: Record<string, string>) {
    const event = anEvent(line, { body: body === undefined ? undefined : JSON.stringify(body), query });
    const result = await answer(event, routes(desk), 'cognito:groups', (fault) => {
      throw fault;
    });
    return { status: result.statusCode, body: JSON.parse(result.body ?? '') };
  }
  const create = async (fields: object) => (await ask('POST /api/people', fields)).body;

  it('creates a person from what an agent types, with numbers as they are shown and dialled', async () => {
    const fields = {
      name: ' Amy  Lindqvist ',
      phones: [{ label: 'mobile', number: '(212) 555-0123 x42' }],
      supportId: '1001',
      integer1: 7,
      vip: true,
    };
    expect(await ask('POST /api/people', fields)).toEqual({
      status: 201,
      body: {
        id: 'id-1',
        name: 'Amy Lindqvist',
        phones: [
          {
            label: 'mobile',
            number: '(212) 555-0123 x42',
            display: '(212) 555-0123 ext. 42',
            dial: '+12125550123',
          },
        ],
        supportId: '1001',
        integer1: 7,
        vip: true,
        active: true,
        version: 1,
      },
    });
  });

  it('shows a person with all fields', async () => {
    const made = await create({ name: 'Grace', building: 'North', text2: 'till', region: 'gb', doNotCall: true });
    const { body } = await ask(`GET /api/people/${made.id}`);
    expect(body).toEqual({ person: made, open: [], previous: [] });
    expect(body.person).toMatchObject({ building: 'North', text2: 'till', region: 'GB', doNotCall: true });
  });

  it('replaces a person, and finds them by what they have now', async () => {
    const made = await create({ name: 'Old Haddad', supportId: '77' });
    const edited = await ask(`PUT /api/people/${made.id}`, { name: 'New Haddad', version: 1, active: false });
    expect(edited.body).toEqual({ id: made.id, name: 'New Haddad', phones: [], active: false, version: 2 });
    const found = await ask('GET /api/people/search', undefined, { q: 'new hadd' });
    expect(found.body).toMatchObject({ people: [{ id: made.id, active: false }], more: false });
    expect((await ask('GET /api/people/search', undefined, { q: 'old hadd' })).body.people).toEqual([]);
  });

  it('refuses an edit of an older version with the newer one, and keeps that', async () => {
    const made = await create({ name: 'Busy' });
    const first = await ask(`PUT /api/people/${made.id}`, { name: 'Busy', site: 'Oslo', version: 1 });
    expect(await ask(`PUT /api/people/${made.id}`, { name: 'Busy', site: 'Rome', version: 1 })).toEqual({
      status: 409,
      body: { error: 'conflict', message: 'Somebody else has changed Busy meanwhile.', current: first.body },
    });
    expect((await ask(`GET /api/people/${made.id}`)).body.person.site).toBe('Oslo');
  });

  it('merges a duplicate, whose page then leads to who stays', async () => {
    const duplicate = await create({ name: 'A. Berg', employeeId: '20999' });
    const stays = await create({ name: 'Ada Berg' });
    await tables.put(requestItems({ ...request, personId: duplicate.id }));
    const merge = { into: stays.id, version: 1, intoVersion: 1 };
    const merged = await ask(`POST /api/people/${duplicate.id}/merge`, merge);
    expect(merged).toMatchObject({ status: 200, body: { id: stays.id, employeeId: '20999', version: 2 } });
    expect(await ask(`POST /api/people/${duplicate.id}/merge`, merge)).toEqual(merged);
    const [old, page] = [await ask(`GET /api/people/${duplicate.id}`), await ask(`GET /api/people/${stays.id}`)];
    expect(old.body).toMatchObject({ person: { active: false, mergedInto: stays.id }, open: [] });
    expect(page.body.open).toMatchObject([{ number: 'RQ-1', personId: stays.id }]);
    expect(await ask(`PUT /api/people/${duplicate.id}`, { name: 'Back', version: 2 })).toMatchObject({
      status: 400,
      body: { message: 'A. Berg was merged into somebody else; edit that person.' },
    });
  });

  it.each([
    ['without a name', { site: 'Oslo' }, 'body.name must be a string.'],
    ['with a name that is empty', { name: ' ' }, 'body.name must not be empty.'],
    [
      'with a name without end',
      { name: 'x'.repeat(10_000) },
      'body.name is too long: at most 200 characters are allowed.',
    ],
    [
      'with seven emails',
      { name: 'a', emails: Array(7).fill('a@b.example') },
      'body.emails has too many entries: at most 6 are allowed.',
    ],
    ['with a fraction', { name: 'a', integer1: 1.5 }, 'body.integer1 must be a whole number.'],
    ['with one email that is no list', { name: 'a', emails: 'b@c.example' }, 'body.emails must be a list.'],
    [
      'with values that are none',
      { name: 'a', emails: ['b'], region: 'UK' },
      'Country of the numbers "UK" is no country code of two letters, such as GB (ISO 3166). Email "b" is no email address.',
    ],
    ['with an id of their own', { name: 'a', id: 'mine' }, 'body has a member that is not known: "id".'],
    ['who was merged', { name: 'a', mergedInto: 'b' }, 'body has a member that is not known: "mergedInto".'],
  ])('creates nobody %s', async (_, fields, message) => {
    const before = serial;
    expect(await ask('POST /api/people', fields)).toMatchObject({ status: 400, body: { error: 'invalid', message } });
    expect(serial).toBe(before);
  });

  it('names each problem at its field', async () => {
    expect(await ask('POST /api/people', { name: 'a', emails: ['b'], region: 'UK' })).toMatchObject({
      body: { fields: { region: expect.stringContaining('"UK"'), emails: 'Email "b" is no email address.' } },
    });
  });

  it.each([
    ['an edit', 'PUT /api/people/ghost', { name: 'a', version: 1 }],
    ['a merge', 'POST /api/people/ghost/merge', { into: 'ghost', version: 1, intoVersion: 1 }],
  ])('says of %s that there is no such person', async (_, line, body) => {
    const message = 'There is no such person.';
    expect(await ask(line, body)).toEqual({ status: 404, body: { error: 'not-found', message } });
  });

  it('refuses to merge what must not be merged', async () => {
    const [one, left] = [await create({ name: 'One' }), await create({ name: 'Left', active: false })];
    const merge = (into: string) => ask(`POST /api/people/${one.id}/merge`, { into, version: 1, intoVersion: 1 });
    expect((await merge(one.id)).body.message).toBe('A person cannot be merged into themselves.');
    expect((await merge(left.id)).body.message).toBe('Left is not active; a person who is merged into must be.');
  });

  it('keeps people of other organisations out of reach when the desk serves some only', async () => {
    const [ours, theirs] = [
      await create({ name: 'Limited One', organisation: 'Books' }),
      await create({ name: 'Limited Two', organisation: 'Rail' }),
    ];
    desk = { ...desk, organisations: ['Books'] };
    const refusals = [
      await ask(`GET /api/people/${theirs.id}`),
      await ask(`PUT /api/people/${theirs.id}`, { name: 'x', organisation: 'Books', version: 1 }),
      await ask(`POST /api/people/${theirs.id}/merge`, { into: ours.id, version: 1, intoVersion: 1 }),
      await ask(`POST /api/people/${ours.id}/merge`, { into: theirs.id, version: 1, intoVersion: 1 }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(refusals[0]?.body.message).toBe('This person belongs to an organisation that this desk does not serve.');
    expect((await ask('POST /api/people', { name: 'x' })).body.message).toBe(
      'Organisation must be one that this desk serves: Books.',
    );
    const found = await ask('GET /api/people/search', undefined, { q: 'limited' });
    expect(found.body.people.map(({ id }: { id: string }) => id)).toEqual([ours.id]);
  });

  it.each([
    ['nothing', {}, 400],
    ['too little', { q: 'a' }, 200],
    ['a text without end', { q: 'x'.repeat(201) }, 400],
    ['markup', { q: '<script>' }, 200],
  ])('answers a search for %s', async (_, query, status) => {
    const found = await ask('GET /api/people/search', undefined, query);
    expect(found.status).toBe(status);
    if (status === 200) expect(found.body).toEqual({ people: [], more: false });
  });
});
