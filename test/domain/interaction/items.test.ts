import { describe, expect, it } from 'vitest';
import { factKey } from '../../../domain/interaction/fact-key.ts';
import type { Fact } from '../../../domain/interaction/facts.ts';
import {
  factFrom,
  factItem,
  interactionFrom,
  noteFrom,
  noteItem,
  summaryItem,
} from '../../../domain/interaction/items.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import type { Interaction } from '../../../domain/interaction/types.ts';
import { agents, at, callerFact, calls, choiceFact, contactFact, first } from './calls.ts';

const every = Object.entries(calls).map(([name, facts]): [string, Fact[]] => [name, facts]);

function recordOf(facts: Fact[]): Interaction {
  const interaction = summarise(facts);
  if (!interaction) throw new Error('no facts');
  return interaction;
}

/** Bytes as DynamoDB counts strings: names and values in UTF-8. */
function size(item: object): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name + String(value)), 0);
}

describe('a fact’s key', () => {
  it('is the same for the same fact, however its members are ordered', () => {
    const fact = contactFact('QUEUED', 5, { queued: 5 });
    expect(factKey(Object.fromEntries(Object.entries(fact).reverse()) as unknown as Fact)).toBe(factKey(fact));
  });

  it('tells apart what one source says twice in one second', () => {
    expect(factKey(contactFact('QUEUED', 5, { queued: 5.1 }))).not.toBe(
      factKey(contactFact('QUEUED', 5, { queued: 5.6 })),
    );
  });

  it('tells contact, source, kind and time', () => {
    expect(factKey(callerFact())).toMatch(`fact#${first}#identify-caller#caller#${at(0.4)}#`);
  });

  it('refuses a contact id that would make two facts one', () => {
    expect(() => factKey(callerFact({ contactId: 'a#b' }))).toThrow('contactId');
  });
});

describe('the items of a conversation', () => {
  it.each(every)('give its facts back: %s', (_name, facts) => {
    expect(facts.map((fact) => factFrom(factItem(fact)))).toEqual(facts);
  });

  it.each(every)('give back all of its record but the legs: %s', (_name, facts) => {
    const interaction = recordOf(facts);
    expect(interactionFrom(summaryItem(interaction, facts.length))).toEqual({ ...interaction, legs: undefined });
  });

  it.each(every)('stay under 1 KB each: %s', (_name, facts) => {
    const items = [...facts.map(factItem), summaryItem(recordOf(facts), facts.length)];
    expect(Math.max(...items.map(size))).toBeLessThan(1024);
  });

  it('are read whole for one read unit, an answered call', () => {
    const items = [...calls.answered.map(factItem), summaryItem(recordOf(calls.answered), 6)];
    expect(items.reduce((sum, item) => sum + size(item), 0)).toBeLessThan(4096);
  });

  it('leave out a fact of a source that this version does not know', () => {
    expect(factFrom({ pk: first, sk: `fact#${first}#contact-record#record#${at(9)}#x` })).toBeUndefined();
  });
});

describe('the summary item', () => {
  it('is in the index of open conversations while one is open', () => {
    expect(summaryItem(recordOf([callerFact()]), 1).open).toBe('open');
    expect(summaryItem(recordOf(calls.answered), 6)).not.toHaveProperty('open');
  });

  it('is in the indexes of person, agent and day, as far as they are known', () => {
    const { byPerson, byAgent, byDay, startedAt } = summaryItem(recordOf(calls.answered), 6);
    expect([byPerson, byAgent, byDay, startedAt]).toEqual([callerFact().personId, agents.ned, '2026-11-20', at(0)]);
    const unknown = summaryItem(recordOf([callerFact({ personId: '', outcome: 'unknown' })]), 1);
    expect(unknown).not.toHaveProperty('byPerson');
    expect(unknown).not.toHaveProperty('byAgent');
  });

  it('is listed under whom an agent chose last, not under whom the look-up found', () => {
    const facts = [choiceFact('omar', 30), callerFact(), choiceFact('leila', 22)];
    expect(summaryItem(recordOf(facts), 3).byPerson).toBe('omar');
  });
});

describe('a note’s item', () => {
  it('gives the note back', () => {
    const note = { id: 'n1', at: at(100), by: 'ned', text: 'Called back # 2' };
    expect(noteFrom(noteItem(first, note))).toEqual(note);
  });
});
