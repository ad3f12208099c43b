import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factKey } from '../../../domain/interaction/fact-key.ts';
import type { Fact } from '../../../domain/interaction/facts.ts';
import { summaryItem } from '../../../domain/interaction/items.ts';
import { summarise } from '../../../domain/interaction/summarise.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { calls, contactFact, first } from '../../domain/interaction/calls.ts';
import { memoryTable } from './memory-table.ts';

/** Facts that take back what an earlier one said, as a summary of fewer facts might be mistaken for one of more. */
const waverings: Fact[] = [5, 6, 7].map((second) =>
  contactFact('QUEUED', second, { queued: second, queue: second % 2 ? 'one' : 'two' }),
);
const aCall = fc.constantFrom<Fact[]>(...Object.values(calls), waverings);

/** The facts of one call as two or three handlers get them: each some, together all, a few twice. */
const handlers = aCall.chain((facts) =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 3 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: facts.length, maxLength: facts.length }),
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      fc.subarray(facts, { maxLength: 2 }),
    )
    .map(([count, whose, shuffled, again]) => ({
      facts,
      shares: Array.from({ length: count }, (_, handler) => [
        ...shuffled.filter((_fact, at) => (whose[at] ?? 0) % count === handler),
        ...(handler === 0 ? again : []),
      ]),
    })),
);

describe('handlers that write about one call at once', () => {
  it('leave every fact, and the summary that one alone would have left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), handlers, async (scheduler, { facts, shares }) => {
        const table = memoryTable((what) => scheduler.schedule(Promise.resolve(), what));
        const interactions = interactionsOnDynamoDb(table.client, 'Interactions');
        const work = shares.map(async (share) => {
          for (const fact of share) {
            await interactions.addFact(fact);
            await interactions.refresh(fact.interactionId);
          }
        });
        await scheduler.waitFor(Promise.all(work));

        const alone = summarise(facts);
        if (!alone) throw new Error('no facts');
        expect(
          table
            .facts(first)
            .map(({ sk }) => sk)
            .sort(),
        ).toEqual(facts.map(factKey).sort());
        expect(table.summary(first)).toEqual(summaryItem(alone, facts.length));
      }),
      { numRuns: 150 },
    );
  });
});
