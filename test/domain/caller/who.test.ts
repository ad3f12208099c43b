import { describe, expect, it } from 'vitest';
import { flowAnswer } from '../../../domain/caller/flow-answer.ts';
import { callerOutcomes } from '../../../domain/caller/outcome.ts';
import { whoIsCalling } from '../../../domain/caller/who.ts';
import type { Person } from '../../../domain/directory/types.ts';
import { readCallerId } from '../../../domain/phone/caller-id.ts';

const aPerson = (over: Partial<Person> = {}): Person => ({ id: 'amy', name: 'Amy', active: true, version: 1, ...over });
const known = readCallerId('+12125550123', 'US');

describe('who is calling', () => {
  it.each([
    ['the only owner of the number', [aPerson()], 'one-person', 'amy'],
    ['nobody in particular when several own it', [aPerson(), aPerson({ id: 'bo' })], 'several-people', undefined],
    [
      'its present owner when another has left',
      [aPerson({ active: false }), aPerson({ id: 'bo' })],
      'one-person',
      'bo',
    ],
    ['somebody who has left when nobody else has it', [aPerson({ active: false })], 'one-person', 'amy'],
    ['nobody that is known', [], 'unknown', undefined],
  ])('is %s', (_, people, outcome, id) => {
    const caller = whoIsCalling(known, people);
    expect([caller.outcome, caller.person?.id]).toEqual([outcome, id]);
  });

  it.each(['withheld', 'short-code', 'sip', 'unusable'])('is named by the kind of the caller id: %s', (kind) => {
    const raw = { withheld: '', 'short-code': '7000', sip: 'sip:alice@example.com', unusable: '+' }[kind];
    expect(whoIsCalling(readCallerId(raw, 'US'), []).outcome).toBe(kind);
  });
});

describe('the flow is answered', () => {
  it.each(callerOutcomes)('with strings that are never empty: %s', (outcome) => {
    const values = Object.values(flowAnswer('i-1', { outcome, person: undefined }));
    expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
  });

  it('with the person’s name, to show and to speak', () => {
    expect(flowAnswer('i-1', { outcome: 'one-person', person: aPerson({ name: ' Amy\nLindqvist ' }) })).toEqual({
      outcome: 'one-person',
      personId: 'amy',
      personName: 'Amy Lindqvist',
      spokenName: 'Amy Lindqvist',
      requestNumber: 'none',
      keyedFound: 'no',
      interactionId: 'i-1',
    });
  });

  it('with words in place of a name that is blank', () => {
    expect(flowAnswer('i-1', { outcome: 'one-person', person: aPerson({ name: ' ' }) }).personName).toBe(
      'Unnamed person',
    );
  });
});
