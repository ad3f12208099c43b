import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../domain/interaction/facts.ts';
import { stateTable } from '../../../domain/interaction/states.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { interactionStates } from '../../../domain/interaction/types.ts';
import { agents, callerFact, contactFact, first, second } from './calls.ts';

const state = (...facts: Fact[]) => summarise(facts)?.state;

describe('the state of a conversation', () => {
  const started = contactFact('INITIATED', 0, {});
  const queued = contactFact('QUEUED', 5, { queued: 5 });
  const answered = contactFact('CONNECTED_TO_AGENT', 20, { queued: 5, answered: 20 });

  it.each<[string, Fact[], string]>([
    ['New when only the caller is known', [callerFact()], 'New'],
    ['New in the flow', [callerFact(), started], 'New'],
    ['New while waiting in a queue', [started, queued], 'New'],
    [
      'New while waiting, though the agent whose phone rings is named',
      [contactFact('QUEUED', 5, { queued: 5 }, { agentInfo: { agentArn: agents.ned } })],
      'New',
    ],
    ['Work in Progress when an agent has it', [started, queued, answered], 'Work in Progress'],
    ['Work in Progress when all else was lost', [answered], 'Work in Progress'],
    [
      'Work in Progress by a connected time on an event of any name',
      [contactFact('SOMETHING_NEW', 21, { answered: 20 })],
      'Work in Progress',
    ],
    [
      'Work in Progress by the event alone, when its time is missing',
      [contactFact('CONNECTED_TO_AGENT', 20, {})],
      'Work in Progress',
    ],
    [
      'Work in Progress from the start when outbound',
      [contactFact('INITIATED', 0, { method: 'OUTBOUND' })],
      'Work in Progress',
    ],
    [
      'Work in Progress from the start when outbound by the API',
      [contactFact('INITIATED', 0, { method: 'API' })],
      'Work in Progress',
    ],
    [
      'Work in Progress, not New, when QUEUED comes after CONNECTED_TO_AGENT',
      [answered, contactFact('QUEUED', 30, { queued: 30 })],
      'Work in Progress',
    ],
    [
      'still Work in Progress while it waits after a transfer',
      [
        answered,
        contactFact('DISCONNECTED', 62, { queued: 5, answered: 20, ended: 62 }),
        contactFact('QUEUED', 61, { id: second, follows: first, method: 'TRANSFER', started: 60, queued: 61 }),
      ],
      'Work in Progress',
    ],
    [
      'open while one of its legs goes on',
      [
        contactFact('DISCONNECTED', 62, { queued: 5, ended: 62 }),
        contactFact('INITIATED', 60, { id: second, follows: first, method: 'CALLBACK', started: 60 }),
      ],
      'New',
    ],
    [
      'not held open by a supervisor who listens',
      [
        contactFact('DISCONNECTED', 62, { queued: 5, answered: 20, ended: 62 }),
        contactFact('INITIATED', 30, { id: second, follows: first, method: 'MONITOR', started: 30 }),
      ],
      'Closed Complete',
    ],
    [
      'not in progress because a supervisor connects',
      [
        started,
        contactFact('CONNECTED_TO_AGENT', 30, {
          id: second,
          follows: first,
          method: 'MONITOR',
          started: 30,
          answered: 30,
        }),
      ],
      'New',
    ],
    [
      'closed by COMPLETED when DISCONNECTED was lost',
      [contactFact('COMPLETED', 100, { queued: 5, answered: 20, ended: 90 })],
      'Closed Complete',
    ],
    [
      'closed when DISCONNECTED comes before QUEUED',
      [contactFact('DISCONNECTED', 40, { queued: 5, ended: 40 }), queued],
      'Closed Abandoned',
    ],
    [
      'closed by DISCONNECTED alone, when its time is missing',
      [started, contactFact('DISCONNECTED', 3, {})],
      'Closed Complete',
    ],
  ])('is %s', (_rule, facts, expected) => expect(state(...facts)).toBe(expected));
});

describe('the table of states', () => {
  it('has a row for each state, in the order in which they may be entered', () => {
    expect(stateTable.map(({ state }) => state)).toEqual(interactionStates);
  });

  it('has the same picture above it as the documentation', () => {
    const picture = (file: string) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      const from = lines.findIndex((line) => /inbound {5,}outbound/.test(line));
      const to = lines.findIndex((line) => /Closed Complete {5,}Closed Abandoned/.test(line));
      return lines.slice(from, to + 1).map((line) => line.replace(/^ \*/, '').trim());
    };
    expect(picture('docs/interaction.md')).toEqual(picture('domain/interaction/states.ts'));
    expect(picture('docs/interaction.md').length).toBeGreaterThan(8);
  });
});
