import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { directoryOn } from '../../../lambdas/shared/adapters/directory.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { lookUpOn } from '../../../lambdas/shared/adapters/look-up.ts';
import { peopleOn } from '../../../lambdas/shared/adapters/people.ts';
import type { startTables } from '../shared/tables.ts';

/** What the routes work with, over real tables; each look at the clock is a second later, each id a new one. */
export function aDesk({ documents }: Awaited<ReturnType<typeof startTables>>, over: Partial<Desk> = {}): Desk {
  let seconds = 0;
  let serial = 0;
  return {
    directory: directoryOn(documents, 'Directory'),
    lookUp: lookUpOn(documents, 'Directory'),
    people: peopleOn(documents, 'Directory', 'US'),
    interactions: interactionsOnDynamoDb(documents, 'Interactions'),
    functions: { start: async () => undefined },
    clock: {
      now() {
        seconds += 1;
        return new Date(Date.UTC(2026, 10, 20, 10, 0, seconds));
      },
    },
    newId: () => `id-${++serial}`,
    random: Math.random,
    lineRegion: 'US',
    syncAgentsFunction: 'sync-agents',
    onTrouble: () => undefined,
    ...over,
  };
}
