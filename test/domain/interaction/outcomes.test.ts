import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../domain/interaction/facts.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { agents, calls, contactFact, first, reasonFact, second } from './calls.ts';

const end = (facts: Fact[]) => {
  const { state, outcome } = summarise(facts) ?? {};
  return `${state}, ${outcome}`;
};

describe('why a conversation closed', () => {
  const waited = contactFact('DISCONNECTED', 40, { queued: 5, ended: 40 });
  const left = contactFact('DISCONNECTED', 3, { ended: 3 });
  const outbound = (ended: { answered?: number; reached?: number }) =>
    contactFact('DISCONNECTED', 60, { method: 'OUTBOUND', ended: 60, ...ended });
  /** The first contact had an agent from second 20 to 62; the second is a transfer at second 60. */
  const transferred = (leg: { queued?: number; answered?: number; ended: number }) => [
    contactFact('COMPLETED', 62, { queued: 5, answered: 20, ended: 62 }),
    contactFact('COMPLETED', leg.ended, { id: second, follows: first, method: 'TRANSFER', started: 60, ...leg }),
  ];

  const calledBack = { id: second, follows: first, method: 'CALLBACK', started: 40, queued: 45, answered: 60 };

  it.each<[string, Fact[], string]>([
    ['the agent’s call ended', calls.answered, 'Closed Complete, Answered'],
    ['the caller left in the greeting', [left], 'Closed Complete, Left before queue'],
    [
      'the flow served the caller before any queue, or the queue was closed',
      [left, reasonFact('CONTACT_FLOW_DISCONNECT', 3)],
      'Closed Complete, Deflected',
    ],
    [
      'the caller hung up while waiting',
      [waited, reasonFact('CUSTOMER_DISCONNECT', 41)],
      'Closed Abandoned, Abandoned',
    ],
    ['the wait ended and nobody has said why yet', [waited], 'Closed Abandoned, Abandoned'],
    [
      'the caller hung up while an agent’s phone rang',
      [
        contactFact(
          'DISCONNECTED',
          40,
          { queued: 5, ended: 40 },
          { agentInfo: { agentArn: agents.ned, connectedToAgentTimestamp: '1970-01-01T00:00:00.001Z' } },
        ),
      ],
      'Closed Abandoned, Abandoned',
    ],
    [
      'an agent called back, and nobody answered',
      [
        waited,
        reasonFact('CONTACT_FLOW_DISCONNECT', 41),
        contactFact('COMPLETED', 90, { ...calledBack, ended: 90 }),
        reasonFact('TELECOM_UNANSWERED', 91, second),
      ],
      'Closed Complete, No Answer',
    ],
    [
      'an agent called back, and the two spoke',
      [waited, contactFact('COMPLETED', 90, { ...calledBack, reached: 70, ended: 90 })],
      'Closed Complete, Answered',
    ],
    ['the flow ended the wait', [waited, reasonFact('CONTACT_FLOW_DISCONNECT', 41)], 'Closed Complete, Deflected'],
    [
      'the flow ended the wait, as the event itself says',
      [
        contactFact(
          'DISCONNECTED',
          40,
          { queued: 5, ended: 40 },
          { disconnectReason: { code: 'CONTACT_FLOW_DISCONNECT' } },
        ),
      ],
      'Closed Complete, Deflected',
    ],
    [
      'the wait after a transfer was answered',
      calls['transferred to a queue and answered there'],
      'Closed Complete, Answered',
    ],
    [
      'the wait after a transfer was never answered',
      transferred({ queued: 61, ended: 140 }),
      'Closed Abandoned, Abandoned',
    ],
    [
      'the flow ended the wait after a transfer',
      [...transferred({ queued: 61, ended: 140 }), reasonFact('CONTACT_FLOW_DISCONNECT', 141, second)],
      'Closed Complete, Deflected',
    ],
    [
      'the agent gave up a consultation and went on with the caller',
      transferred({ queued: 61, ended: 61.5 }),
      'Closed Complete, Answered',
    ],
    [
      'the caller hung up on an agent who was consulting a queue',
      transferred({ queued: 61, ended: 62 }),
      'Closed Complete, Answered',
    ],
    [
      'the caller left in the transfer’s flow, before a second queue',
      transferred({ ended: 70 }),
      'Closed Complete, Answered',
    ],
    [
      'the flow moved the wait to another queue, where it was answered',
      calls['moved by the flow to another queue'],
      'Closed Complete, Answered',
    ],
    ['an outbound call was answered', [outbound({ answered: 1, reached: 9 })], 'Closed Complete, Answered'],
    [
      'an outbound call was not answered',
      [outbound({ answered: 1 }), reasonFact('TELECOM_UNANSWERED', 61)],
      'Closed Complete, No Answer',
    ],
    [
      'an outbound call rang until its limit',
      [outbound({ answered: 1 }), reasonFact('TELECOM_TIMEOUT', 61)],
      'Closed Complete, No Answer',
    ],
    [
      'an outbound call was given up by the agent',
      [outbound({ answered: 1 }), reasonFact('TELECOM_ORIGINATOR_CANCEL', 61)],
      'Closed Complete, No Answer',
    ],
    [
      'an outbound call met a network fault',
      [outbound({ answered: 1 }), reasonFact('TELECOM_PROBLEM', 61)],
      'Closed Complete, No Answer',
    ],
    [
      'an outbound call was cut by a network fault',
      [outbound({ answered: 1, reached: 9 }), reasonFact('TELECOM_PROBLEM', 61)],
      'Closed Complete, Answered',
    ],
    [
      'an outbound call found the line busy',
      [outbound({ answered: 1 }), reasonFact('TELECOM_BUSY', 61)],
      'Closed Complete, Busy',
    ],
    [
      'an outbound call had a number that does not exist',
      [outbound({ answered: 1 }), reasonFact('TELECOM_NUMBER_INVALID', 61)],
      'Closed Complete, Bad number',
    ],
    ['an outbound call never got as far as the agent', [outbound({})], 'Closed Complete, No Answer'],
  ])('because %s', (_why, facts, expected) => expect(end(facts)).toBe(expected));
});
