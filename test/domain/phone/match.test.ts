import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climb } from '../../../domain/caller/ladder.ts';
import type { Person } from '../../../domain/directory/types.ts';
import { matchNumbers } from '../../../domain/phone/match.ts';
import { memoryDirectory } from '../caller/memory-directory.ts';
import { answerOf, type MatchRow, matchRows } from './match-table.ts';

const rows = matchRows();

describe('the table of cases', () => {
  it.each(rows.map((row) => [`${row.id}: ${row.rationale}`, row] as const))('%s', (_, row) => {
    expect(answerOf(row)).toBe(row.expect);
  });
});

describe('the index', () => {
  it.each(rows.map((row) => [`${row.id}: ${row.rationale}`, row] as const))('agrees on %s', (_, row) => {
    const { answer, people, outcome } = askedOfIndex(row);
    expect(answer).toBe(row.expect);
    if (row.expect === 'candidate') expect(outcome).toBe('candidates');
    if (row.expect === 'yes') expect(outcome).toBe(people.length > 1 ? 'several-people' : 'one-person');
    if (row.shared && row.expect === 'yes') expect(people).toHaveLength(row.stored.length);
  });

  it('answers as the pure rule does, whatever is stored and whoever calls', () => {
    const piece = fc.constantFrom(
      ...'0123456789',
      '+',
      '00',
      '212',
      '555',
      '0123',
      '-',
      ' ',
      '/',
      'x',
      '9',
      '-0',
      '+49',
    );
    const written = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
      fc.constantFrom(...rows.flatMap((row) => row.stored)),
      fc.constantFrom(...rows.map((row) => row.callerId)),
    );
    const region = fc.constantFrom('US', 'GB', 'DE', 'FR', 'IT', 'BR', 'MX', 'CI');
    fc.assert(
      fc.property(written, region, written, region, (stored, contactRegion, callerId, lineRegion) => {
        const row = { stored: [stored], contactRegion, callerId, lineRegion };
        expect(askedOfIndex(row).answer).toBe(matchNumbers(stored, contactRegion, callerId, lineRegion));
      }),
      { numRuns: 3_000 },
    );
  });
});

type Asked = Pick<MatchRow, 'stored' | 'contactRegion' | 'callerId' | 'lineRegion'>;

/** Files one person for each value, climbs the ladder as a call does, and reads the answer from what came of it. */
function askedOfIndex({ stored, contactRegion, callerId, lineRegion }: Asked) {
  const people = stored.map(
    (number, at): Person => ({
      id: `p-${at}`,
      name: 'Somebody',
      active: true,
      version: 1,
      region: contactRegion,
      phones: [{ label: 'work', number }],
    }),
  );
  const directory = memoryDirectory(people);
  const ladder = climb({ telephone: callerId }, { lineRegion });
  let step = ladder.next();
  while (!step.done) step = ladder.next(directory.answer(step.value));
  const { outcome, people: found } = step.value;
  const unknown = ['unknown', 'short-code', 'sip'].includes(outcome) ? 'no' : 'nolookup';
  const certain = found.length > 0 ? (found[0]?.match?.certainty ?? 'yes') : unknown;
  return { answer: certain, outcome, people: found };
}
