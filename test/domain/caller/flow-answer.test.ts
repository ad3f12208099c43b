import { describe, expect, it } from 'vitest';
import type { Step } from '../../../domain/caller/explanation.ts';
import { flowAnswer, type Told } from '../../../domain/caller/flow-answer.ts';
import { callerOutcomes } from '../../../domain/caller/outcome.ts';
import type { Person, ServiceRequest } from '../../../domain/directory/types.ts';

const aPerson = (over: Partial<Person> = {}): Person => ({ id: 'amy', name: 'Amy', active: true, version: 1, ...over });
const aStep = (over: Partial<Step>): Step => ({ rung: 'telephone', verdict: 'found', people: [], lookUps: 1, ...over });
const known = (person: Person): Told => ({ outcome: 'one-person', person, steps: [aStep({})] });
const request = { number: 'RQ-10041' } as ServiceRequest;

describe('the flow is answered', () => {
  it.each(callerOutcomes)('with strings that are never empty: %s', (outcome) => {
    const values = Object.values(flowAnswer('i-1', { outcome, steps: [] }));
    expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
  });

  it('with the person’s name, to show and to speak', () => {
    expect(flowAnswer('i-1', known(aPerson({ name: ' Amy\nLindqvist ' })))).toEqual({
      outcome: 'one-person',
      personId: 'amy',
      personName: 'Amy Lindqvist',
      spokenName: 'Amy Lindqvist',
      requestNumber: 'none',
      keyedFound: 'no',
      interactionId: 'i-1',
    });
  });

  it('with words in place of a name that is blank, and no more of a long one than an attribute should hold', () => {
    expect(flowAnswer('i-1', known(aPerson({ name: ' ' }))).personName).toBe('Unnamed person');
    expect(flowAnswer('i-1', known(aPerson({ name: 'x'.repeat(10_000) }))).personName).toHaveLength(200);
  });

  it('with the request that was named, which counts as found also when it is nobody’s', () => {
    const steps = [aStep({ rung: 'request' }), aStep({ verdict: 'nobody' })];
    expect(flowAnswer('i-1', { outcome: 'unknown', request, steps })).toMatchObject({
      requestNumber: 'RQ-10041',
      keyedFound: 'yes',
    });
  });

  it('that nothing was found by what was keyed in, when only the number led to somebody', () => {
    const steps = [aStep({ rung: 'support-id', verdict: 'nobody' }), aStep({})];
    expect(flowAnswer('i-1', { outcome: 'one-person', person: aPerson(), steps }).keyedFound).toBe('no');
  });
});
