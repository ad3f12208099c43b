import { describe, expect, it } from 'vitest';
import { dialIn, permitFact } from '../../../domain/calling/permit-fact.ts';
import { interactionFrom, summaryItem } from '../../../domain/interaction/items.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { agents, at, calls, choiceFact, contactFact, dialled, permitFor } from './calls.ts';

const answered = calls['outbound and answered'];
const events = answered.filter((fact) => fact.source === 'contact-event');
const violation = permitFact(dialled, undefined);

describe('the record of a call out', () => {
  it('starts in Work in Progress, with who dialled and whom they meant', () => {
    const record = summarise([contactFact('INITIATED', 0, { method: 'OUTBOUND', answered: 1 }), ...answered.slice(-1)]);
    expect(record).toMatchObject({
      state: 'Work in Progress',
      direction: 'outbound',
      agentArn: agents.ned,
      dialledNumber: '+12125550123',
      caller: { outcome: 'one-person', personId: 'amy', personName: 'Amy Lindqvist' },
      permit: { kind: 'permitted', by: 'ned' },
    });
  });

  it('lies among the calls of the person who was called, permit and all', () => {
    const record = summarise(answered) ?? expect.fail('no record');
    const item = summaryItem(record, answered.length);
    expect(item).toMatchObject({ byPerson: 'amy', byAgent: agents.ned });
    expect(interactionFrom(item)).toEqual({ ...record, legs: undefined });
  });

  it('believes the agent who says that somebody else answered', () => {
    expect(summarise([...answered, choiceFact('omar', 20)])?.caller).toMatchObject({
      personId: 'omar',
      chosenBy: 'ned',
    });
  });

  it('names the supervisor’s reason with an override', () => {
    const permit = { ...permitFor(dialled), override: { refusal: 'do-not-call' as const, reason: 'She asked for it' } };
    expect(summarise([...events, permitFact(dialled, permit)])?.permit).toEqual({
      kind: 'overridden',
      by: 'ned',
      refusal: 'do-not-call',
      reason: 'She asked for it',
    });
  });

  it('is a violation without a permit, and stays one though a permit was counted for it before', () => {
    for (const facts of [
      [...events, violation],
      [...answered, violation],
      [violation, ...answered],
    ]) {
      expect(summarise(facts)?.permit).toEqual({ kind: 'violation', by: agents.ned });
    }
  });
});

describe('what was dialled', () => {
  it('is known once agent, number and beginning are', () => {
    expect(dialIn(summarise(events) ?? expect.fail())).toEqual(dialled);
  });

  it.each([
    ['of an inbound call', calls.answered],
    ['of one whose permit is settled', answered],
    ['before its agent is known', [contactFact('INITIATED', 0, { method: 'OUTBOUND' })]],
    ['of a call that the flow’s API made', [contactFact('CONNECTED_TO_AGENT', 9, { method: 'API', answered: 9 })]],
  ])('is nothing %s', (_call, facts) => {
    expect(dialIn(summarise(facts) ?? expect.fail())).toBeUndefined();
  });

  it('is timed by the contact’s beginning, whichever event came', () => {
    const late = contactFact('COMPLETED', 90, { method: 'OUTBOUND', answered: 1, ended: 60 });
    expect(dialIn(summarise([late]) ?? expect.fail())?.at).toBe(at(0));
  });
});
