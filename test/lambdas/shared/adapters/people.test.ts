import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personItems } from '../../../../domain/directory/items.ts';
import type { Person } from '../../../../domain/directory/types.ts';
import { peopleOn } from '../../../../lambdas/shared/adapters/people.ts';
import type { People } from '../../../../lambdas/shared/ports.ts';
import { startTables } from '../tables.ts';
import { filedItems } from './filed-items.ts';
import { largestPerson } from './largest-person.ts';

const aPerson = (over: Partial<Person>): Person => ({
  id: 'amy',
  name: 'Amy Lindqvist',
  active: true,
  version: 1,
  ...over,
});
const home = (number: string): Person['phones'] => [{ label: 'home', number }];

describe('people in their table', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let people: People;

  beforeAll(async () => {
    tables = await startTables();
    people = peopleOn(tables.documents, 'Directory', 'US');
  });
  afterAll(() => tables.stop());

  const filed = (id: string) => filedItems(tables.documents, id);

  it('creates a person with everything that finds them in one transaction', async () => {
    const person = aPerson({ id: 'new', supportId: '1001', phones: home('(212) 555-0123') });
    const asked = await tables.asking(async () => {
      expect(await people.create(person)).toEqual(person);
    });
    expect(asked).toEqual(['TransactWriteItems']);
    expect(await people.person('new')).toEqual(person);
    expect(await filed('new')).toEqual(personItems(person, 'US').items.slice(1));
  });

  it('creates nobody under an id that is used', async () => {
    await people.create(aPerson({ id: 'used' }));
    await expect(people.create(aPerson({ id: 'used', name: 'Somebody else' }))).rejects.toThrow();
    expect((await people.person('used'))?.name).toBe('Amy Lindqvist');
    expect(await filed('used')).toEqual(personItems(aPerson({ id: 'used' }), 'US').items.slice(1));
  });

  it('replaces what finds a person, and raises the version', async () => {
    await people.create(aPerson({ id: 'moved', employeeId: 'E1', phones: home('(212) 555-0123') }));
    const edit = aPerson({ id: 'moved', name: 'Amy Berg', phones: home('(212) 555-0199') });
    const saved = await people.save(edit);
    expect(saved).toEqual({ outcome: 'saved', value: { ...edit, version: 2 } });
    expect(await filed('moved')).toEqual(personItems({ ...edit, version: 2 }, 'US').items.slice(1));
  });

  it('takes away what an earlier way of filing had written', async () => {
    const person = aPerson({ id: 'emigrant', phones: home('020 7946 0018') });
    await peopleOn(tables.documents, 'Directory', 'GB').create(person);
    await people.save({ ...person, phones: [] });
    expect((await filed('emigrant')).filter(({ pk }) => pk.startsWith('phone#'))).toEqual([]);
  });

  it('edits somebody whose profile does not say yet what was filed', async () => {
    const person = aPerson({ id: 'early', supportId: '7' });
    const [profile, ...items] = personItems(person, 'US').items;
    await tables.put([{ ...profile, filed: undefined }, ...items]);
    await people.save({ ...person, supportId: undefined });
    expect((await filed('early')).filter(({ pk }) => pk.startsWith('support-id#'))).toEqual([]);
  });

  it('refuses an edit that was made from an older version, with the newer one', async () => {
    await people.create(aPerson({ id: 'twice' }));
    await people.save(aPerson({ id: 'twice', site: 'Oslo' }));
    const late = await people.save(aPerson({ id: 'twice', site: 'Rome' }));
    expect(late).toEqual({ outcome: 'newer', newer: aPerson({ id: 'twice', site: 'Oslo', version: 2 }) });
  });

  it('lets one of several concurrent edits through and shows it to the others', async () => {
    await people.create(aPerson({ id: 'busy', supportId: 'old' }));
    const edits = Array.from({ length: 6 }, (_, n) => people.save(aPerson({ id: 'busy', supportId: `new ${n}` })));
    const results = await Promise.all(edits);
    const through = results.flatMap((result) => (result.outcome === 'saved' ? [result.value] : []));
    const refused = results.flatMap((result) => (result.outcome === 'newer' ? [result.newer] : []));
    expect([through.length, refused.length]).toEqual([1, 5]);
    expect(new Set(refused.map(({ supportId }) => supportId))).toEqual(new Set([through[0]?.supportId]));
    expect((await filed('busy')).filter(({ pk }) => pk.startsWith('support-id#'))).toHaveLength(1);
  });

  it('says that somebody who does not exist is gone', async () => {
    expect(await people.save(aPerson({ id: 'ghost' }))).toEqual({ outcome: 'gone' });
    expect(await people.person('ghost')).toBeUndefined();
  });

  it('replaces all of the largest person at once', async () => {
    const before = largestPerson('largest', 'a');
    const after = largestPerson('largest', 'b');
    await people.create(before);
    expect(await people.save(after)).toEqual({ outcome: 'saved', value: { ...after, version: 2 } });
    expect(await filed('largest')).toEqual(personItems({ ...after, version: 2 }, 'US').items.slice(1));
  });
});
