import { describe, expect, it } from 'vitest';
import { afterRun, type RetrySettings, type Run } from '../../../../local/cloud/streams/batch.ts';

const batch = (names: string, failures = 0) => ({
  records: [...names].map((sequenceNumber) => ({
    ...{ sequenceNumber, shardId: 's', partitionKey: 'p', data: sequenceNumber, arrivedAt: 0 },
  })),
  failures,
});
const failed = (...names: string[]): Run => ({
  ok: true,
  answer: { batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })) },
});
const done = (answer?: unknown): Run => ({ ok: true, answer });
const threw: Run = { ok: false, message: 'no table' };
const plain: RetrySettings = { bisect: false, partial: false };
const partial = { ...plain, partial: true };
const bisect = { ...plain, bisect: true };

const rows: [
  rule: string,
  given: ReturnType<typeof batch>,
  run: Run,
  settings: RetrySettings,
  again: [string, number][],
  dropped?: string,
][] = [
  ['a run without failures is done', batch('abc'), done(), plain, []],
  ['a fault tries all of it again', batch('abc'), threw, plain, [['abc', 1]]],
  ['each fault counts', batch('abc', 4), threw, plain, [['abc', 5]]],
  ['after the last retry it is given up', batch('abc', 2), threw, { ...plain, retries: 2 }, [], 'abc'],
  ['without retries the first fault is the last', batch('a'), threw, { ...plain, retries: 0 }, [], 'a'],
  ['failures that nobody asked to be told are no failures', batch('abc'), failed('b'), plain, []],
  ['everything from the first failure on is tried again', batch('abcd'), failed('c', 'b'), partial, [['bcd', 1]]],
  ['what failed first counts further', batch('bcd', 1), failed('b'), partial, [['bcd', 2]]],
  ['and is given up in the end', batch('bcd', 3), failed('b'), { ...partial, retries: 3 }, [], 'bcd'],
  ['an empty list of failures is done', batch('abc'), failed(), partial, []],
  ['no list is done', batch('abc'), done({}), partial, []],
  ['a failure that is none of the batch fails all of it', batch('abc'), failed('x'), partial, [['abc', 1]]],
  ['an empty name fails all of it', batch('abc'), failed(''), partial, [['abc', 1]]],
  ['a list that is none fails all of it', batch('abc'), done({ batchItemFailures: 'b' }), partial, [['abc', 1]]],
  [
    'a fault halves the batch, which is no retry',
    batch('abc', 1),
    threw,
    bisect,
    [
      ['ab', 1],
      ['c', 1],
    ],
  ],
  ['one record cannot be halved', batch('a'), threw, bisect, [['a', 1]]],
  [
    'halves come before giving up',
    batch('ab', 2),
    threw,
    { ...bisect, retries: 2 },
    [
      ['a', 2],
      ['b', 2],
    ],
  ],
  ['named failures are not halved', batch('abcd'), failed('b'), { ...partial, bisect: true }, [['bcd', 1]]],
];

describe('what becomes of a batch', () => {
  it.each(rows)('%s', (_rule, given, run, settings, again, dropped) => {
    const after = afterRun(given, run, settings);
    const names = (records: { sequenceNumber: string }[]) => records.map((one) => one.sequenceNumber).join('');
    expect(after.again.map(({ records, failures }) => [names(records), failures])).toEqual(again);
    expect(after.dropped && names(after.dropped.records)).toBe(dropped);
  });

  it('waits before a retry, not before a half', () => {
    expect(afterRun(batch('ab'), threw, plain).pause).toBe(true);
    expect(afterRun(batch('ab'), threw, bisect).pause).toBe(false);
  });
});
