import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personItems } from '../../../domain/directory/items.ts';
import type { Person } from '../../../domain/directory/types.ts';
import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { routes } from '../../../lambdas/desk-api/routes.ts';
import { answer } from '../../../lambdas/shared/http.ts';
import { startTables } from '../shared/tables.ts';
import { aDesk } from './a-desk.ts';
import { anEvent } from './http-event.ts';

const aPerson = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  name: id,
  active: true,
  version: 1,
  ...over,
});

describe('requests at the desk', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let desk: Desk;

  beforeAll(async () => {
    tables = await startTables();
    const people = [aPerson('amy'), aPerson('bo'), aPerson('gone', { active: false, mergedInto: 'amy' })];
    await tables.put(people.flatMap((person) => personItems(person).items));
  });
  afterAll(() => tables.stop());
  beforeEach(() => {
    desk = aDesk(tables);
  });

  async function ask(line: string, body?: unknown) {
    const event = anEvent(line, { body: body === undefined ? undefined : JSON.stringify(body) });
    const result = await answer(event, routes(desk), 'cognito:groups', (fault) => {
      throw fault;
    });
    return { status: result.statusCode, body: JSON.parse(result.body ?? '') };
  }
  const open = async (personId?: string) => (await ask('POST /api/requests', { personId, subject: 'Printer' })).body;
  const edit = (number: string, from: string, change: object) =>
    ask(`PATCH /api/requests/${number}`, { from, ...change });
  const listsOf = async (person: string) => {
    const { body } = await ask(`GET /api/people/${person}`);
    const numbers = (rows: { number: string }[]) => rows.map(({ number }) => number);
    return { open: numbers(body.open), previous: numbers(body.previous) };
  };

  it('move between open and previous as they are resolved and opened again', async () => {
    const made = await open('bo');
    const resolved = await edit(made.number, made.updatedAt, { status: 'resolved' });
    expect(resolved).toMatchObject({ status: 200, body: { status: 'resolved' } });
    expect(await listsOf('bo')).toEqual({ open: [], previous: [made.number] });
    await edit(made.number, resolved.body.updatedAt, { status: 'in progress', priority: 'urgent' });
    expect(await listsOf('bo')).toEqual({ open: [made.number], previous: [] });
    expect((await ask(`GET /api/requests/${made.number}`)).body).toMatchObject({
      priority: 'urgent',
      status: 'in progress',
      personName: 'bo',
    });
  });

  it('get a requester, and pass to another', async () => {
    const made = await open();
    const first = await edit(made.number, made.updatedAt, { personId: 'amy' });
    expect((await listsOf('amy')).open).toEqual([made.number]);
    const second = await edit(made.number, first.body.updatedAt, { personId: 'bo' });
    expect((await listsOf('amy')).open).toEqual([]);
    expect((await listsOf('bo')).open).toContain(made.number);
    const third = await edit(made.number, second.body.updatedAt, { personId: 'none' });
    expect(third.status).toBe(200);
    expect((await listsOf('bo')).open).not.toContain(made.number);
  });

  it('refuse an edit made from an older version, and show the newer one', async () => {
    const made = await open('amy');
    const [one, other] = await Promise.all([
      edit(made.number, made.updatedAt, { subject: 'One' }),
      edit(made.number, made.updatedAt, { subject: 'Other' }),
    ]);
    const [won, lost] = one.status === 200 ? [one, other] : [other, one];
    expect(lost).toMatchObject({ status: 409, body: { error: 'conflict', current: { subject: won.body.subject } } });
    expect((await ask(`GET /api/requests/${made.number}`)).body.subject).toBe(won.body.subject);
  });

  it.each([
    [{ status: 'closed' }, 400, 'cannot become closed'],
    [{ personId: 'nobody-of-this-id' }, 404, 'no such person'],
    [{ personId: 'gone' }, 404, 'no such person'],
    [{ subject: ' ' }, 400, 'subject must not be empty'],
    [{ priority: 'very' }, 400, 'priority must be one of'],
    [{ colour: 'red' }, 400, 'not known'],
  ])('refuse %j and change nothing', async (change, status, words) => {
    const made = await open('amy');
    const refused = await edit(made.number, made.updatedAt, change);
    expect(refused.status).toBe(status);
    expect(refused.body.message).toContain(words);
    expect((await ask(`GET /api/requests/${made.number}`)).body.updatedAt).toBe(made.updatedAt);
  });

  it('keep notes in their order, with who wrote them', async () => {
    const made = await open('amy');
    for (const text of ['First <b>', 'Second'])
      expect((await ask(`POST /api/requests/${made.number}/notes`, { text })).status).toBe(201);
    const { body } = await ask(`GET /api/requests/${made.number}`);
    expect(body.notes).toMatchObject([
      { text: 'First <b>', by: 'ned' },
      { text: 'Second', by: 'ned' },
    ]);
    expect((await ask('POST /api/requests/RQ-0/notes', { text: 'x' })).status).toBe(404);
  });

  it('are not shown or opened for people whom this desk does not serve', async () => {
    const made = await open('amy');
    desk.organisations = ['Kite'];
    expect((await ask(`GET /api/requests/${made.number}`)).status).toBe(403);
    expect((await edit(made.number, made.updatedAt, { priority: 'low' })).status).toBe(403);
    expect((await ask('POST /api/requests', { personId: 'amy', subject: 'x' })).status).toBe(403);
  });
});
