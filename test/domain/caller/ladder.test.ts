import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clues } from '../../../domain/caller/clues.ts';
import { cluesOfKeyed, rungs } from '../../../domain/caller/clues.ts';
import { climb } from '../../../domain/caller/ladder.ts';
import { callerOutcomes } from '../../../domain/caller/outcome.ts';
import type { LadderSettings } from '../../../domain/caller/verdict.ts';
import type { Person, ServiceRequest } from '../../../domain/directory/types.ts';
import { memoryDirectory } from './memory-directory.ts';

const aPerson = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  name: id,
  active: true,
  version: 1,
  region: 'US',
  ...over,
});
const phone = (number: string) => ({ phones: [{ label: 'work' as const, number }] });
const aRequest = (number: string, personId: string): ServiceRequest => ({
  number,
  personId,
  subject: 'Printer',
  status: 'open',
  priority: 'normal',
  openedAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
});

const people = [
  aPerson('amy', { ...phone('+1 212 555 0123'), supportId: '4711', employeeId: '100', emails: ['amy@x.example'] }),
  aPerson('bo', { ...phone('(212) 555-0123'), supportId: '4711', active: false }),
  aPerson('cy', { ...phone('555-0177'), organisation: 'Kite', employeeId: '4711' }),
  aPerson('di', { ...phone('+1 313 555 0177'), organisation: 'Kite', name: 'Di Marco', userName: 'kite\\di' }),
  aPerson('ed', { ...phone('+1 212 555 0188 x4'), organisation: 'Harbour' }),
];
const requests = [aRequest('RQ-10041', 'di'), aRequest('RQ-10042', 'none'), aRequest('RQ-10043', 'bo')];

function find(clues: Clues, settings: Partial<LadderSettings> = {}, given = people) {
  const directory = memoryDirectory(given, requests);
  const ladder = climb(clues, { lineRegion: 'US', ...settings });
  let step = ladder.next();
  while (!step.done) step = ladder.next(directory.answer(step.value));
  const { value } = step;
  return { ...value, ids: value.people.map(({ person }) => person.id) };
}

describe('the ladder', () => {
  it.each<[string, Clues, string[], string[]]>([
    ['a request before all else', { request: '10041', telephone: '+12125550123' }, ['request'], ['di']],
    ['an employee before a support ID', cluesOfKeyed('4711'), ['request', 'employee-id'], ['cy']],
    ['a support ID before a number', { supportId: '4711', telephone: '+13135550177' }, ['support-id'], ['amy']],
    ['a name before an email', { name: 'di marco', email: 'amy@x.example' }, ['name'], ['di']],
    ['an email before a number', { email: 'AMY@x.example', telephone: '+13135550177' }, ['email'], ['amy']],
    ['the number last', { supportId: 'nobody', telephone: '+12125550123' }, ['support-id', 'telephone'], ['amy']],
  ])('takes %s', (_, clues, tried, ids) => {
    const verdict = find(clues);
    expect(verdict.steps.map(({ rung }) => rung)).toEqual(tried);
    expect(verdict.ids).toEqual(ids);
  });

  it('leaves out who is not active, and says so', () => {
    const { outcome, steps } = find({ telephone: '+12125550123' });
    expect(outcome).toBe('one-person');
    expect(steps[0]?.people).toContainEqual(expect.objectContaining({ id: 'bo', leftOut: 'inactive' }));
    expect(find({ telephone: '+12125550123' }, {}, [people[1] as Person]).outcome).toBe('unknown');
  });

  it('leaves out whom agents may not select, and their requests', () => {
    const kite = { organisations: ['Kite'] };
    expect(find({ telephone: '+12125550123' }, kite)).toMatchObject({ outcome: 'unknown', ids: [] });
    expect(find({ request: '10041' }, { organisations: ['Harbour'] }).request).toBeUndefined();
    expect(find({ request: '10041' }, kite)).toMatchObject({ ids: ['di'], request: { number: 'RQ-10041' } });
  });

  it('opens a request whose requester has left, and looks for the person by the next rung', () => {
    expect(find({ request: '10043', telephone: '+13135550177' })).toMatchObject({
      ids: ['di'],
      request: { number: 'RQ-10043' },
    });
  });

  it('names nobody when there are only candidates, and offers no candidate beside an owner', () => {
    expect(find({ telephone: '+12125550188' })).toMatchObject({
      outcome: 'candidates',
      ids: ['ed'],
      person: undefined,
    });
    expect(find({ telephone: '+13135550177' })).toMatchObject({ outcome: 'one-person', ids: ['di'] });
  });

  it('says of a number that nobody can have what it is', () => {
    const outcomes = [null, '', 'anonymous', '0000000', '+', 'sip:bob@example.com', '7000', '911', '1'.repeat(20)];
    expect(outcomes.map((telephone) => find({ telephone }).outcome)).toEqual([
      'withheld',
      'withheld',
      'withheld',
      'unusable',
      'unusable',
      'sip',
      'short-code',
      'short-code',
      'unusable',
    ]);
  });

  it('holds for whatever it is given: one outcome, at most one step for each clue, nobody chosen without certainty', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('4711', '100', 'amy', 'RQ-10041', '10042', '+12125550123', '5550177', '__proto__', 'KITE\\di'),
    );
    const names = ['request', 'employeeId', 'supportId', 'name', 'userName', 'email'] as const;
    const clues = fc.record(
      { ...Object.fromEntries(names.map((name) => [name, text])), telephone: fc.oneof(text, fc.constant(null)) },
      { requiredKeys: [] },
    );
    const settings = fc.record({ organisations: fc.option(fc.constant<string[]>(['Kite']), { nil: undefined }) });
    fc.assert(
      fc.property(clues, settings, (given, also) => {
        const { outcome, steps, person, people: found } = find(given as Clues, also);
        expect(callerOutcomes).toContain(outcome);
        expect(outcome).not.toBe('not-identified');
        expect(steps.map(({ rung }) => rung)).toEqual(rungs.filter((rung) => steps.some((step) => step.rung === rung)));
        expect(person !== undefined).toBe(outcome === 'one-person');
        if (person) expect(found).toHaveLength(1);
        if (found.some(({ match }) => match?.certainty === 'candidate')) expect(outcome).toBe('candidates');
        expect(found.every((one) => one.person.active)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
