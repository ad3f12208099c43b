import { describe, expect, it } from 'vitest';
import type { Clues } from '../../../domain/caller/clues.ts';
import { explainLines, printableJson } from '../../../domain/caller/explain-lines.ts';
import { outcomeSentence } from '../../../domain/caller/explain-words.ts';
import { climb } from '../../../domain/caller/ladder.ts';
import { callerOutcomes } from '../../../domain/caller/outcome.ts';
import type { Person } from '../../../domain/directory/types.ts';
import { memoryDirectory } from './memory-directory.ts';

const aPerson = (id: string, name: string, number: string, over: Partial<Person> = {}): Person => ({
  id,
  name,
  active: true,
  version: 1,
  region: 'US',
  phones: [{ label: 'work', number }],
  ...over,
});
const people = [
  aPerson('amy', 'Amy Lindqvist', '+1 212 555 0123', { supportId: '1001' }),
  aPerson('bo', 'Bo\u0007\u202e Left', '(212) 555-0123', { active: false }),
  aPerson('cy', 'Cy', '555-0177'),
  aPerson('di', 'Di', '+1 415 555 0142'),
  aPerson('ed', 'Ed', '415-555-0142'),
];

function explained(clues: Clues) {
  const directory = memoryDirectory(people);
  const ladder = climb(clues, { lineRegion: 'US' });
  let step = ladder.next();
  while (!step.done) step = ladder.next(directory.answer(step.value));
  return step.value;
}

describe('a ladder explained', () => {
  it('is drawn rung by rung, with who was left out and why', () => {
    expect(explainLines(explained({ supportId: '9', telephone: '(212) 555-0123' }))).toEqual([
      '· Support ID   “9”',
      '│              nobody; 1 look-up',
      '▶ Telephone    “(212) 555-0123”, read as +12125550123',
      '│              found; 1 look-up',
      '│                • Amy Lindqvist: the same number',
      '│                – Bo Left: the same number; left out: not active',
      '└ Pops: Amy Lindqvist, by telephone (212) 555-0123: the same number.',
    ]);
  });

  it.each<[Clues, string]>([
    [{ supportId: '1001' }, 'Pops: Amy Lindqvist, by support id 1001: has it.'],
    [{ telephone: '+14155550142' }, 'Offers 2 people who share telephone +14155550142; the agent chooses.'],
    [{ telephone: '+12125550177' }, 'Offers one candidate for telephone +12125550177, unconfirmed; selects nobody.'],
    [{ telephone: null }, 'Nobody pops: the number was withheld.'],
    [{ telephone: '+12125550199' }, 'Nobody pops: nobody has it. The form for a new caller keeps the number.'],
    [{ telephone: '911' }, 'Nobody pops: a short number that nobody has.'],
  ])('says in one sentence who pops: %j', (clues, sentence) => {
    expect(outcomeSentence(explained(clues))).toBe(sentence);
  });

  it('is the same to programs, and steers no terminal', () => {
    const said = { name: 'Bo\u0007\u009b2J\u202e\u{e0001}é' };
    const line = printableJson(said);
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(line).toContain('é');
    expect(JSON.parse(line)).toEqual(said);
  });

  it.each(callerOutcomes)('has words for %s', (outcome) => {
    expect(outcomeSentence({ outcome, steps: [] })).toMatch(/^[A-Z].*\.$/);
  });
});
