import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../domain/interaction/facts.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { agents, at, callerFact, calls, contactFact, first, queues, reasonFact, second } from './calls.ts';

describe('the history', () => {
  it.each<[string, Fact[], [string, number][]]>([
    [
      'an answered call',
      calls.answered,
      [
        ['New', 0],
        ['Work in Progress', 20.5],
        ['Closed Complete', 90],
      ],
    ],
    [
      'an answered call of which one late event alone arrived',
      [contactFact('COMPLETED', 120, { queued: 5, answered: 20.5, ended: 90 })],
      [
        ['New', 0],
        ['Work in Progress', 20.5],
        ['Closed Complete', 90],
      ],
    ],
    [
      'an abandoned call',
      calls['abandoned in the queue'],
      [
        ['New', 0],
        ['Closed Abandoned', 40],
      ],
    ],
    [
      'a transfer that was abandoned',
      calls['transferred to a queue and abandoned there'],
      [
        ['New', 0],
        ['Work in Progress', 20],
        ['Closed Abandoned', 140],
      ],
    ],
    [
      'an outbound call',
      calls['outbound and answered'],
      [
        ['Work in Progress', 0],
        ['Closed Complete', 60],
      ],
    ],
  ])('of %s tells when each state was entered', (_call, facts, expected) => {
    expect(summarise(facts)?.history).toEqual(expected.map(([state, seconds]) => ({ state, at: at(seconds) })));
  });
});

describe('who and when', () => {
  it('takes the person and the numbers from the look-up', () => {
    expect(summarise(calls.answered)).toMatchObject({
      callerNumber: '+12125550123',
      dialledNumber: '+18005550100',
      caller: { outcome: 'one-person', personName: 'Ada Lovelace' },
    });
  });

  it('believes the latest look-up when the flow asked twice', () => {
    const again = callerFact({ at: at(2), outcome: 'unknown', personId: undefined, personName: undefined });
    expect(summarise([again, callerFact()])?.caller).toEqual({ outcome: 'unknown' });
  });

  it('takes the numbers from Connect when no look-up has told them', () => {
    const { callerNumber, dialledNumber, caller } = summarise([contactFact('INITIATED', 0, {})]) ?? {};
    expect([callerNumber, dialledNumber, caller]).toEqual(['+12125550123', '+18005550100', undefined]);
  });

  it('names ours as the caller and theirs as the dialled number of an outbound call', () => {
    const { callerNumber, dialledNumber } = summarise(calls['outbound and answered']) ?? {};
    expect([callerNumber, dialledNumber]).toEqual(['+18005550100', '+12125550123']);
  });

  it('names the agent who had it last, and the queue that it waited in last', () => {
    const { agentArn, queueArn } = summarise(calls['transferred to a queue and abandoned there']) ?? {};
    expect([agentArn, queueArn]).toEqual([agents.ned, queues.billing]);
  });

  it('keeps earlier agents in the legs, in the order in which these started', () => {
    const legs = summarise(calls['transferred to a queue and answered there'].toReversed())?.legs;
    expect(legs?.map((leg) => [leg.contactId, leg.agentArn])).toEqual([
      [first, agents.ned],
      [second, agents.beth],
    ]);
  });

  it('starts with the first contact, or else with the earliest time that is known', () => {
    const later = contactFact('QUEUED', 61, {
      id: second,
      follows: first,
      method: 'TRANSFER',
      started: 60,
      queued: 61,
    });
    expect(summarise([later])?.startedAt).toBe(at(60));
    expect(summarise([later, contactFact('INITIATED', 0, {})])?.startedAt).toBe(at(0));
    expect(summarise([callerFact()])?.startedAt).toBe(at(0.4));
  });

  it('lets an event’s milliseconds stand against a description that is cut to the second', () => {
    const described = { ...reasonFact('CUSTOMER_DISCONNECT', 99), connectedAt: at(20) };
    expect(summarise([...calls.answered, described])?.legs[0]?.connectedAt).toBe(at(20.5));
  });

  it('takes a contact that was moved to another queue as ended, when its end was lost', () => {
    const moved = calls['moved by the flow to another queue'].filter(
      (fact) => fact.contactId !== first || !/DISCONNECTED|COMPLETED/.test(fact.kind),
    );
    expect(summarise(moved)).toMatchObject({ state: 'Closed Complete', outcome: 'Answered' });
  });

  it('knows nothing of no facts', () => expect(summarise([])).toBeUndefined());
});

describe('the caller of a conversation', () => {
  it('is whom an agent chose last, whatever the look-up said', () => {
    expect(summarise(calls['answered, and the caller chosen twice'])?.caller).toEqual({
      outcome: 'several-people',
      personId: 'omar',
      personName: 'OMAR',
      chosenBy: 'ned',
      chosenAt: at(30),
    });
  });

  it('is whom the last look-up found, and the request that it was given', () => {
    const later = callerFact({
      at: at(12),
      keyed: '10041',
      requestNumber: 'RQ-10041',
      personId: 'di',
      personName: 'Di',
    });
    const read = summarise([later, ...calls.answered]);
    expect(read).toMatchObject({ requestNumber: 'RQ-10041', caller: { personId: 'di', personName: 'Di' } });
  });
});
