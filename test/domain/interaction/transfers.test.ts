import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../domain/interaction/facts.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { agents, at, calls, contactFact, first, queues, second, third } from './calls.ts';

/** Ned calls Beth, who does not answer. */
const ringing = { id: second, follows: first, method: 'TRANSFER', started: 190, queue: queues.beth, queued: 190 };

type Story = keyof typeof calls;
const record = (facts: readonly Fact[]) => summarise(facts) ?? expect.fail('no record');
/** What was known by then. */
const known = (story: Story, seconds: number) => record(calls[story].filter((fact) => fact.at <= at(seconds)));

describe('who has a conversation that two agents were on', () => {
  it.each<[Story, string, string | undefined]>([
    ['handed over: both are on it, then the first agent leaves', agents.beth, 'transfer'],
    ['a consultation that came back', agents.ned, 'consult'],
    ['a consultation that nobody answered', agents.ned, 'consult'],
    ['a conference on which the customer hangs up', agents.ned, 'conference'],
    ['transferred to a queue and answered there', agents.beth, 'transfer'],
    ['handed over blindly, missed, and taken from the queue it came from', agents.omar, 'transfer'],
  ])('%s', (story, agentArn, kind) => {
    const { agentArn: has, legs, outcome, state } = record(calls[story]);
    expect({ has, kind: legs[1]?.kind, outcome, state }).toEqual({
      has: agentArn,
      kind,
      outcome: 'Answered',
      state: 'Closed Complete',
    });
  });

  it('stays with the first while both are on it, and passes on when the first leaves', () => {
    const story = 'handed over: both are on it, then the first agent leaves';
    expect([80, 99, 100, 150].map((seconds) => known(story, seconds).agentArn)).toEqual([
      agents.ned,
      agents.ned,
      agents.beth,
      agents.beth,
    ]);
  });

  it('stays with the first while a blind transfer waits, also where it came from', () => {
    const story = 'handed over blindly, missed, and taken from the queue it came from';
    expect([70, 90, 95].map((seconds) => known(story, seconds).agentArn)).toEqual([
      agents.ned,
      agents.ned,
      agents.omar,
    ]);
    expect(known(story, 90).state).toBe('Work in Progress');
  });
});

describe('the legs of a conversation', () => {
  it('name the queue that it came back to, and what each was', () => {
    const { legs, queueArn } = record(calls['handed over blindly, missed, and taken from the queue it came from']);
    expect(legs.map(({ contactId, kind }) => [contactId, kind])).toEqual([
      [first, undefined],
      [second, 'transfer'],
      [third, 'queue-transfer'],
    ]);
    expect(queueArn).toBe(queues.serviceDesk);
  });

  it('do not say what a call to a colleague was before one of the two has left', () => {
    expect(known('a consultation that came back', 90).legs[1]?.kind).toBeUndefined();
    expect(known('a consultation that came back', 111).legs[1]?.kind).toBe('consult');
  });

  it('tell an outside party from a colleague', () => {
    const outside = contactFact('INITIATED', 30, { id: second, follows: first, method: 'EXTERNAL_OUTBOUND' });
    expect(record([...calls.answered, outside]).legs[1]).toMatchObject({ kind: 'external' });
  });
});

describe('the two ends of a conversation', () => {
  const withheld = { customerEndpoint: null, systemEndpoint: null };
  const outside = { id: second, follows: first, method: 'EXTERNAL_OUTBOUND', started: 30 };
  const colleague = { id: second, follows: first, method: 'TRANSFER', started: 30 };
  const ends = (facts: readonly Fact[]) => [record(facts).callerNumber, record(facts).dialledNumber];

  it('are those of its first contact, never those of an outside party', () => {
    const from = contactFact('INITIATED', 0, {}, withheld);
    expect(ends([from, contactFact('INITIATED', 30, outside)])).toEqual([undefined, undefined]);
  });

  it('are those of a later contact when the first one’s events were lost', () => {
    expect(ends([contactFact('INITIATED', 30, colleague)])).toEqual(['+12125550123', '+18005550100']);
  });

  it('are not turned round by handing a call out over', () => {
    const out = contactFact('INITIATED', 0, { method: 'OUTBOUND' }, withheld);
    expect(ends([out, contactFact('INITIATED', 30, colleague)])).toEqual([undefined, undefined]);
  });
});

describe('a wait for one agent', () => {
  it('does not make a call abandoned that ends while a colleague’s telephone rings', () => {
    const rings = calls['a consultation that nobody answered']
      .filter((fact) => fact.contactId === first)
      .concat(contactFact('DISCONNECTED', 201, { ...ringing, ended: 200.3 }));
    expect(record(rings)).toMatchObject({ outcome: 'Answered', agentArn: agents.ned });
    expect(record(rings).legs[1]?.kind).toBe('consult');
  });

  it('is abandoned when the customer leaves it after a blind transfer', () => {
    const story = 'handed over blindly, missed, and taken from the queue it came from';
    const until = calls[story].filter((fact) => fact.contactId !== third && fact.source !== 'describe-contact');
    expect(record(until)).toMatchObject({ outcome: 'Abandoned', agentArn: agents.ned, queueArn: queues.serviceDesk });
  });
});
