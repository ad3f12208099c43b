import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personItems, requestItems } from '../../../../domain/directory/items.ts';
import type { Person, ServiceRequest } from '../../../../domain/directory/types.ts';
import { directoryOn } from '../../../../lambdas/shared/adapters/directory.ts';
import { peopleOn } from '../../../../lambdas/shared/adapters/people.ts';
import type { Directory, People } from '../../../../lambdas/shared/ports.ts';
import { startTables } from '../tables.ts';
import { filedItems } from './filed-items.ts';
import { largestPerson } from './largest-person.ts';

const at = (n: number) => new Date(Date.UTC(2026, 10, 20, 9, n)).toISOString();
const aRequest = (n: number, personId: string): ServiceRequest => ({
  number: `RQ-${personId}-${n}`,
  personId,
  subject: 'Printer',
  description: 'It smokes.',
  status: n % 2 ? 'open' : 'closed',
  priority: 'normal',
  openedAt: at(n),
  updatedAt: at(n),
});

describe('merging two people', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let people: People;
  let directory: Directory;
  /** Transactions that get through before the connection breaks; the one that breaks it is written, its answer lost. */
  let untilBroken = Number.POSITIVE_INFINITY;
  let serial = 0;
  let duplicate: Person;
  let stays: Person;

  beforeAll(async () => {
    tables = await startTables();
    tables.documents.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (context.commandName === 'TransactWriteItemsCommand') untilBroken -= 1;
        if (untilBroken <= 0) throw new Error('the connection broke');
        return answer;
      },
      { step: 'initialize', name: 'break' },
    );
    people = peopleOn(tables.documents, 'Directory', 'US');
    directory = directoryOn(tables.documents, 'Directory');
  });
  afterAll(() => tables.stop());

  beforeEach(async () => {
    untilBroken = Number.POSITIVE_INFINITY;
    serial += 1;
    duplicate = await people.create({
      id: `duplicate-${serial}`,
      name: 'A. Lindqvist',
      emails: ['amy@example.com', 'a@example.com'],
      phones: [{ label: 'home', number: '(212) 555-0199' }],
      employeeId: '20417',
      supportId: '9',
      doNotCall: true,
      active: true,
      version: 1,
    });
    stays = await people.create({
      id: `stays-${serial}`,
      name: 'Amy Lindqvist',
      emails: ['Amy@Example.com'],
      phones: [{ label: 'work', number: '+12125550123' }],
      supportId: '1001',
      active: true,
      version: 1,
    });
  });

  const merge = () => people.merge(duplicate, stays);
  const filed = (id: string) => filedItems(tables.documents, id);
  async function expectMerged() {
    const [after, gone] = await Promise.all([people.person(stays.id), people.person(duplicate.id)]);
    expect(after).toEqual({
      ...stays,
      emails: ['Amy@Example.com', 'a@example.com'],
      phones: [...(stays.phones ?? []), ...(duplicate.phones ?? [])],
      employeeId: '20417',
      doNotCall: true,
      version: 2,
    });
    expect(gone).toEqual({ ...duplicate, active: false, mergedInto: stays.id, version: 2 });
    if (after) expect(await filed(stays.id)).toEqual(personItems(after, 'US').items.slice(1));
    expect(await filed(duplicate.id)).toEqual([]);
  }

  it('files everything under who stays, and the duplicate under nothing', async () => {
    expect(await merge()).toMatchObject({ outcome: 'saved', value: { id: stays.id, version: 2 } });
    await expectMerged();
  });

  it('moves all requests, open and previous, whole', async () => {
    const requests = Array.from({ length: 70 }, (_, n) => aRequest(n, duplicate.id));
    await tables.put(requests.flatMap(requestItems));
    await merge();
    const page = await directory.personWithRequests(stays.id);
    expect([page?.open.length, page?.previous.items.length]).toEqual([35, 15]);
    expect(page?.open[0]?.personId).toBe(stays.id);
    expect(await directory.request(`RQ-${duplicate.id}-7`)).toEqual({ ...requests[7], personId: stays.id });
    expect((await directory.personWithRequests(duplicate.id))?.open).toEqual([]);
  });

  it.each([1, 2, 3, 4])('can be repeated when it broke off after write %i', async (writes) => {
    await tables.put(Array.from({ length: 70 }, (_, n) => aRequest(n, duplicate.id)).flatMap(requestItems));
    untilBroken = writes;
    await expect(merge()).rejects.toThrow('the connection broke');
    untilBroken = Number.POSITIVE_INFINITY;
    expect(await merge()).toMatchObject({ outcome: 'saved', value: { id: stays.id, version: 2 } });
    await expectMerged();
    const left = await directory.personWithRequests(duplicate.id);
    expect([left?.open, left?.previous.items]).toEqual([[], []]);
    expect((await directory.personWithRequests(stays.id))?.open).toHaveLength(35);
  });

  it('moves a request that somebody edits meanwhile as it was edited', async () => {
    const request = aRequest(1, duplicate.id);
    await tables.put(requestItems(request));
    const edited = { ...request, subject: 'Scanner', updatedAt: at(50) };
    let reads = 0;
    tables.documents.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (context.commandName === 'QueryCommand' && ++reads === 1) await tables.put(requestItems(edited));
        return answer;
      },
      { step: 'initialize', name: 'edit' },
    );
    await merge();
    tables.documents.middlewareStack.remove('edit');
    expect(await directory.request(request.number)).toEqual({ ...edited, personId: stays.id });
    expect((await directory.personWithRequests(stays.id))?.open).toMatchObject([{ subject: 'Scanner' }]);
    expect((await directory.personWithRequests(duplicate.id))?.open).toEqual([]);
  });

  it('lets no new request go to the duplicate', async () => {
    await merge();
    expect(await directory.addRequest(aRequest(1, duplicate.id))).toBe('no-such-person');
  });

  it.each([
    ['duplicate', () => duplicate],
    ['one who stays', () => stays],
  ])('changes nothing when somebody has edited the %s', async (_, who) => {
    const edited = await people.save({ ...who(), site: 'Oslo' });
    expect(await merge()).toEqual({ outcome: 'newer', newer: edited.outcome === 'saved' && edited.value });
    const [one, other] = await Promise.all([people.person(duplicate.id), people.person(stays.id)]);
    expect([one?.active, one?.mergedInto, other?.employeeId]).toEqual([true, undefined, undefined]);
  });

  it('settles which of two opposite merges counts', async () => {
    const results = await Promise.all([people.merge(duplicate, stays), people.merge(stays, duplicate)]);
    expect(results.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    const both = await Promise.all([people.person(duplicate.id), people.person(stays.id)]);
    expect(both.filter((person) => person?.active)).toHaveLength(1);
  });

  it('refuses what would make no sense, and changes nothing', async () => {
    expect(await people.merge(stays, stays)).toMatchObject({ outcome: 'refused' });
    expect(await people.merge(duplicate, { id: 'ghost', version: 1 })).toEqual({ outcome: 'gone' });
    expect(await people.person(stays.id)).toEqual(stays);
  });

  it('merges two people who fill a transaction, and refuses what would not fit on one person', async () => {
    const [full, other] = [largestPerson(`full-${serial}`, 'c'), largestPerson(`other-${serial}`, 'd')];
    await Promise.all([people.create(full), people.create(other)]);
    expect(await people.merge(other, full)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('Together they have 12'),
    });
    const { emails: _, phones: __, ...rest } = full;
    const bare = await people.save(rest);
    const merged = bare.outcome === 'saved' && (await people.merge(other, bare.value));
    expect(merged).toMatchObject({ outcome: 'saved', value: { emails: other.emails, phones: other.phones } });
    expect(await filed(other.id)).toEqual([]);
  });
});
