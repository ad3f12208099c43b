import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factKey } from '../../../domain/interaction/fact-key.ts';
import { type ContactFact, type Fact, isContactFact } from '../../../domain/interaction/facts.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import type { Leg } from '../../../domain/interaction/types.ts';
import { at, calls } from './calls.ts';

const ends = /^(DISCONNECTED|COMPLETED)$/;
const leg = [
  'previousContactId',
  'method',
  'queueArn',
  'agentArn',
  'startedAt',
  'enqueuedAt',
  'connectedAt',
  'endedAt',
  'reason',
] as const satisfies readonly (keyof ContactFact & keyof Leg)[];

const aCall = fc.constantFrom(...Object.values(calls).map((facts): Fact[] => facts));
/** Some of a call's facts, at least one, in any order, each any number of times. */
const arrivals = (facts: Fact[]) =>
  fc
    .subarray(facts, { minLength: 1 })
    .chain((some) => fc.tuple(fc.constant(some), fc.array(fc.constantFrom(...some), { maxLength: 5 })))
    .chain(([some, again]) => fc.shuffledSubarray([...some, ...again], { minLength: some.length + again.length }));
const anArrival = aCall.chain(arrivals);

/** What the table holds after these arrived: each fact once, in the order of the keys. */
function stored(facts: readonly Fact[]): Fact[] {
  const byKey = new Map(facts.map((fact) => [factKey(fact), fact]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/** Facts of one conversation that contradict each other as no real call does. */
const anyTime = fc.option(fc.integer({ min: 0, max: 5 }).map(at), { nil: undefined });
const anyFact: fc.Arbitrary<Fact> = fc.record({
  interactionId: fc.constant('a'),
  contactId: fc.constantFrom('a', 'b', 'c'),
  source: fc.constantFrom('contact-event' as const, 'describe-contact' as const),
  kind: fc.constantFrom('INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED', 'NEW_KIND'),
  at: fc.integer({ min: 0, max: 3 }).map(at),
  method: fc.constantFrom(undefined, 'INBOUND', 'OUTBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'MONITOR'),
  previousContactId: fc.constantFrom(undefined, 'a', 'b', 'c'),
  startedAt: anyTime,
  enqueuedAt: anyTime,
  connectedAt: anyTime,
  endedAt: anyTime,
  agentArn: fc.constantFrom(undefined, 'ned', 'beth'),
  queueArn: fc.constantFrom(undefined, 'desk', 'billing'),
  callerNumber: fc.constantFrom(undefined, '+1', '+2'),
  reason: fc.constantFrom(undefined, 'CUSTOMER_DISCONNECT', 'CONTACT_FLOW_DISCONNECT'),
});

describe('the record of a conversation', () => {
  it('ends the same whenever the same facts arrived, in any order and any number of times', () => {
    fc.assert(
      fc.property(anArrival, (facts) => {
        expect(summarise(facts)).toEqual(summarise(stored(facts)));
      }),
      { numRuns: 500 },
    );
  });

  it('ends the same even for facts that contradict each other', () => {
    const both = fc
      .array(anyFact, { minLength: 1, maxLength: 8 })
      .chain((facts) => fc.tuple(fc.constant(facts), arrivalsOfAll(facts)));
    fc.assert(
      fc.property(both, ([facts, again]) => {
        expect(summarise(again)).toEqual(summarise(stored(facts)));
      }),
      { numRuns: 1000 },
    );
  });

  it('ends the same for two conversations whose facts arrive interleaved', () => {
    const renamed = (facts: Fact[]) => facts.map((fact) => ({ ...fact, interactionId: 'other' }));
    const two = fc
      .tuple(aCall, aCall.map(renamed))
      .chain(([one, other]) =>
        fc.tuple(
          fc.constant([one, other]),
          fc.shuffledSubarray([...one, ...other], { minLength: one.length + other.length }),
        ),
      );
    fc.assert(
      fc.property(two, ([alone, mixed]) => {
        for (const facts of alone) {
          const id = facts[0]?.interactionId;
          expect(summarise(mixed.filter((fact) => fact.interactionId === id))).toEqual(summarise(facts));
        }
      }),
    );
  });

  it('loses no known fact: what any fact says of a leg stands in the leg', () => {
    fc.assert(
      fc.property(anArrival, (facts) => {
        const legs = summarise(facts)?.legs ?? [];
        for (const fact of facts) {
          const its = legs.find(({ contactId }) => contactId === fact.contactId);
          expect(its).toBeDefined();
          if (!isContactFact(fact)) continue;
          for (const name of leg) {
            const said = stored(facts).flatMap((one) =>
              one.contactId === fact.contactId && isContactFact(one) ? (one[name] ?? []) : [],
            );
            if (said.length > 0) expect(said).toContain(its?.[name]);
          }
        }
      }),
    );
  });

  it('is whole as soon as the last event of each contact has arrived, whichever others were lost', () => {
    const thinned = aCall.chain((facts) => {
      const last = (fact: Fact) => ends.test(fact.kind) || fact.source === 'describe-contact';
      const lasts = [...new Set(facts.map((fact) => fact.contactId))].map((id) =>
        fc.subarray(
          facts.filter((fact) => fact.contactId === id && ends.test(fact.kind)),
          { minLength: 1 },
        ),
      );
      const described = facts.filter((fact) => fact.source === 'describe-contact');
      const others = fc.subarray(facts.filter((fact) => !last(fact)));
      return fc.tuple(
        fc.constant(facts),
        fc.tuple(others, ...lasts).map((parts) => [...described, ...parts.flat()]),
      );
    });
    fc.assert(
      fc.property(thinned, ([all, some]) => {
        const { state, outcome, history, agentArn, queueArn } = summarise(all) ?? {};
        expect(summarise(some)).toMatchObject({ state, outcome, history });
        expect([summarise(some)?.agentArn, summarise(some)?.queueArn]).toEqual([agentArn, queueArn]);
      }),
      { numRuns: 500 },
    );
  });

  it('never goes back to New once an agent had it, whatever arrives later', () => {
    fc.assert(
      fc.property(anArrival, (facts) => {
        const answered = facts.findIndex((fact) => 'connectedAt' in fact && fact.method !== 'MONITOR');
        for (let known = answered; answered >= 0 && known < facts.length; known++) {
          expect(summarise(facts.slice(0, known + 1))?.state).not.toBe('New');
        }
      }),
    );
  });

  it('stands in a state that its history ends with, entered in the order of the table', () => {
    fc.assert(
      fc.property(anArrival, (facts) => {
        const { state, history = [], legs = [], endedAt } = summarise(facts) ?? {};
        expect(history.at(-1)?.state).toBe(state);
        expect(history.map((entry) => entry.at)).toEqual(history.map((entry) => entry.at).sort());
        expect(endedAt !== undefined).toBe(legs.every((one) => one.endedAt !== undefined));
        expect(String(state).startsWith('Closed')).toBe(endedAt !== undefined);
      }),
    );
  });
});

function arrivalsOfAll(facts: Fact[]) {
  return fc
    .array(fc.constantFrom(...facts), { maxLength: 4 })
    .chain((again) => fc.shuffledSubarray([...facts, ...again], { minLength: facts.length + again.length }));
}
