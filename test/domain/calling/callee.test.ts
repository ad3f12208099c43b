import { describe, expect, it } from 'vitest';
import { askCallee } from '../../../domain/calling/callee.ts';
import type { Person } from '../../../domain/directory/types.ts';
import { answered } from '../../../lambdas/shared/find-caller.ts';
import { memoryDirectory } from '../caller/memory-directory.ts';

const person = (id: string, number: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id.toUpperCase(),
  active: true,
  version: 1,
  region: 'US',
  phones: [{ label: 'work', number }],
  ...more,
});
const ask = (people: Person[], e164 = '+12125550123', organisations?: string[]) =>
  answered(askCallee(e164, { lineRegion: 'US', organisations }), memoryDirectory(people).lookUp);

describe('who is about to be called', () => {
  it.each<[string, Person[], string, string | undefined]>([
    ['the one who has the number', [person('amy', '+12125550123')], 'one-person', 'amy'],
    ['nobody', [person('amy', '+12125550199')], 'unknown', undefined],
    ['several', [person('amy', '(212) 555-0123'), person('bo', '+12125550123')], 'several-people', undefined],
    ['not somebody who may be meant', [person('amy', '555-0123')], 'unknown', undefined],
    ['not who has left', [person('amy', '+12125550123', { active: false })], 'unknown', undefined],
  ])('is %s', async (_who, people, outcome, id) => {
    const callee = await ask(people);
    expect([callee.outcome, callee.person?.id]).toEqual([outcome, id]);
  });

  it('is nobody of an organisation that this desk does not serve', async () => {
    expect(await ask([person('amy', '+12125550123', { organisation: 'Other' })], undefined, ['Ours'])).toEqual({
      outcome: 'unknown',
      doNotCall: false,
    });
  });
});

describe('the mark do-not-call', () => {
  const marked = { doNotCall: true };
  it.each<[string, boolean, Person[], string?]>([
    ['counts when the owner has it', true, [person('amy', '+12125550123', marked)]],
    ['counts when one of several has it', true, [person('bo', '+12125550123'), person('amy', '+12125550123', marked)]],
    ['counts though they have left', true, [person('amy', '+12125550123', { ...marked, active: false })]],
    ['counts behind an outside digit', true, [person('amy', '912125550123', marked)]],
    ['counts in an older form of the number', true, [person('ana', '+551181234567', marked)], '+5511981234567'],
    ['does not count on another number', false, [person('amy', '+12125550199', marked)]],
    ['does not count on an extension of the line', false, [person('amy', '+12125550123 ext. 7', marked)]],
    ['does not count for strangers whose number ends alike', false, [person('amy', '555-0123', marked)]],
  ])('%s', async (_what, counts, people, number) => {
    expect((await ask(people, number)).doNotCall).toBe(counts);
  });
});
