import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../../domain/directory/types.ts';
import { peopleOn } from '../../../../lambdas/shared/adapters/people.ts';
import type { People } from '../../../../lambdas/shared/ports.ts';
import { startTables } from '../tables.ts';

const aPerson = (id: string, name: string, over: Partial<Person> = {}): Person => ({
  id,
  name,
  active: true,
  version: 1,
  ...over,
});

describe('searching people', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let people: People;

  beforeAll(async () => {
    tables = await startTables();
    people = peopleOn(tables.documents, 'Directory', 'GB');
    await Promise.all(
      [
        aPerson('amy', 'Amy Lindqvist', {
          emails: ['amy@lind.example'],
          userName: 'CORP\\amyl',
          organisation: 'Books',
        }),
        aPerson('amy-left', 'Amy Lindholm', { active: false }),
        aPerson('sean', 'Seán Ó Briain', { supportId: '4711', organisation: 'Rail' }),
        aPerson('grace', 'Grace Okafor', { phones: [{ label: 'work', number: '020 7946 0018' }] }),
        ...Array.from({ length: 230 }, (_, n) => {
          const number = String(n).padStart(3, '0');
          return aPerson(`many-${number}`, `Zoe ${number}`, { organisation: n === 120 ? 'Books' : 'Rail' });
        }),
      ].map((person) => people.create(person)),
    );
  });
  afterAll(() => tables.stop());

  const search = (text: string, organisations?: string[], limit = 20) =>
    people.search(text, { limit, lineRegion: 'GB', organisations });
  const ids = async (...asked: Parameters<typeof search>) => (await search(...asked)).people.map(({ id }) => id);

  it.each([
    ['lindq', ['amy']],
    ['amy l', ['amy', 'amy-left']],
    ['SEAN', ['sean']],
    ['4711', ['sean']],
    ['amyl', ['amy']],
    ['+44207946', ['grace']],
    ['0207946', ['grace']],
    ['02079460018', ['grace']],
    ['amy@l', ['amy']],
  ])('finds who is meant by "%s"', async (typed, expected) => {
    expect(await search(typed)).toMatchObject({ people: expected.map((id) => ({ id })), more: false });
  });

  it('finds everybody once, whatever of them fits', async () => {
    expect(await ids('amy')).toEqual(['amy', 'amy-left']);
  });

  it('shows what the text was found in', async () => {
    expect((await search('0207946')).people[0]?.phones).toEqual([{ label: 'work', number: '020 7946 0018' }]);
  });

  it('has whoever is called exactly that before the others', async () => {
    await people.create(aPerson('zoe', 'Zoe'));
    expect((await ids('zoe')).slice(0, 2)).toEqual(['zoe', 'many-000']);
  });

  it('says that there are more than were asked for', async () => {
    const found = await search('zoe', undefined, 3);
    expect([found.people.length, found.more]).toEqual([3, true]);
  });

  it('asks nothing for a text that is too short', async () => {
    const asked = await tables.asking(async () => {
      expect(await search('zo')).toEqual({ people: [], more: false });
    });
    expect(asked).toEqual([]);
  });

  it('answers with people of the organisations that may be selected only, reading on for them', async () => {
    expect(await search('zoe', ['Books'])).toMatchObject({ people: [{ id: 'many-120' }] });
    expect(await ids('sean', ['Books'])).toEqual([]);
    expect(await ids('amy', ['Books'])).toEqual(['amy']);
  });

  it('stops reading on after some pages, and says so', async () => {
    let found: Awaited<ReturnType<typeof search>> | undefined;
    const asked = await tables.asking(async () => {
      found = await search('zoe', ['Nowhere']);
    });
    expect(found).toEqual({ people: [], more: true });
    expect(asked).toEqual(Array(7).fill('Query'));
  });

  it('costs the same however many people there are', async () => {
    let units = 0;
    tables.documents.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'QueryCommand') return next(args);
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await next(args);
        units += (answer.output as { ConsumedCapacity: { CapacityUnits: number } }).ConsumedCapacity.CapacityUnits;
        return answer;
      },
      { step: 'initialize', name: 'measure' },
    );
    const cost = async () => {
      units = 0;
      const requests = await tables.asking(() => search('kim'));
      return { units, requests };
    };
    const add = (from: number, to: number) =>
      Promise.all(
        Array.from({ length: to - from }, (_, n) =>
          people.create(aPerson(`kim-${from + n}`, `Kim ${1000 + from + n}`)),
        ),
      );
    await add(0, 40);
    const few = await cost();
    await add(40, 400);
    expect(await cost()).toEqual(few);
    tables.documents.middlewareStack.remove('measure');
    expect(few.requests).toEqual(['Query']);
    expect(few.units).toBeGreaterThan(0);
    expect(few.units).toBeLessThanOrEqual(2);
  });

  it('no longer finds an old name, a merged duplicate or a number that was taken away', async () => {
    const sue = await people.create(
      aPerson('sue', 'Sue Ekholm', { phones: [{ label: 'home', number: '020 8946 0018' }] }),
    );
    const [, twin] = await Promise.all([
      people.save({ ...sue, name: 'Sue Alm', phones: [] }),
      people.create(aPerson('twin', 'Susanna Ekholm')),
    ]);
    await people.merge(twin, { id: 'sue', version: 2 });
    expect([await ids('ekholm'), await ids('0208946'), await ids('sue alm')]).toEqual([[], [], ['sue']]);
  });
});
