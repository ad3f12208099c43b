import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf, type Dial, type Permit, permitLasts } from '../../../domain/calling/permit.ts';

const amy = '+12125550123';
const time = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 9) + seconds * 1000).toISOString();
const permit = (id: string, seconds: number, more: Partial<Permit> = {}): Permit => ({
  id,
  agentArn: 'ned',
  number: amy,
  by: 'ned',
  at: time(seconds),
  until: time(seconds + permitLasts / 1000),
  outcome: 'unknown',
  ...more,
});
const dial = (contactId: string, seconds: number, more: Partial<Dial> = {}): Dial => ({
  contactId,
  interactionId: contactId,
  agentArn: 'ned',
  number: amy,
  at: time(seconds),
  ...more,
});
const covered = (dials: Dial[], permits: Permit[]) =>
  Object.fromEntries([...coverOf(dials, permits)].map(([contactId, by]) => [contactId, by?.id]));

describe('a permit', () => {
  it.each<[string, Dial, string | undefined]>([
    ['covers what is dialled at once', dial('a', 0), 'p'],
    ['covers what is dialled as it ends', dial('a', 120), 'p'],
    ['bears clocks that differ a little', dial('a', -4), 'p'],
    ['does not cover what was dialled before', dial('a', -20), undefined],
    ['does not cover what is dialled too late', dial('a', 130), undefined],
    ['does not cover another number', dial('a', 1, { number: '+12125550199' }), undefined],
    ['does not cover another agent', dial('a', 1, { agentArn: 'beth' }), undefined],
    ['covers its number however Connect spells it', dial('a', 1, { number: '+1 212-555-0123' }), 'p'],
  ])('%s', (_what, one, by) => expect(covered([one], [permit('p', 0)])).toEqual({ a: by }));

  it('covers one contact, the earlier one', () => {
    expect(covered([dial('late', 9), dial('early', 3)], [permit('p', 0)])).toEqual({ early: 'p', late: undefined });
  });

  it('leaves later contacts to later permits', () => {
    const permits = [permit('second', 10), permit('first', 0)];
    expect(covered([dial('b', 12), dial('a', 3)], permits)).toEqual({ a: 'first', b: 'second' });
  });

  it('covers a contact of which two beginnings are known', () => {
    expect(covered([dial('a', 3), dial('a', 4)], [permit('p', 0)])).toEqual({ a: 'p' });
  });

  const second = fc.integer({ min: 0, max: 300 });
  const some = fc.record({
    dials: fc.uniqueArray(second, { maxLength: 8 }).map((all) => all.map((at, id) => dial(`c${id}`, at))),
    permits: fc.array(second, { maxLength: 8 }).map((all) => all.map((at, id) => permit(`p${id}`, at))),
  });

  it('covers the same contact whatever became known first', () => {
    const shuffled = some.chain(({ dials, permits }) =>
      fc.tuple(
        fc.constant({ dials, permits }),
        fc.shuffledSubarray(dials, { minLength: dials.length }),
        fc.shuffledSubarray(permits, { minLength: permits.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ dials, permits }, otherDials, otherPermits]) => {
        expect(covered(otherDials, otherPermits)).toEqual(covered(dials, permits));
      }),
    );
  });

  it('is never won by a contact because another became known', () => {
    fc.assert(
      fc.property(some, second, ({ dials, permits }, at) => {
        const before = covered(dials, permits);
        const after = covered([...dials, dial('more', at)], permits);
        for (const { contactId } of dials)
          if (before[contactId] === undefined) expect(after[contactId]).toBeUndefined();
      }),
    );
  });
});
