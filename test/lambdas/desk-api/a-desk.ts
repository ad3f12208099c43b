import { weekdays } from '../../../domain/calling/local-time.ts';
import type { Desk } from '../../../lambdas/desk-api/ports.ts';
import { callsOutOn } from '../../../lambdas/shared/adapters/calls-out.ts';
import { directoryOn } from '../../../lambdas/shared/adapters/directory.ts';
import { interactionsOnDynamoDb } from '../../../lambdas/shared/adapters/interactions.ts';
import { lookUpOn } from '../../../lambdas/shared/adapters/look-up.ts';
import { peopleOn } from '../../../lambdas/shared/adapters/people.ts';
import type { startTables } from '../shared/tables.ts';

/** From eight in the morning to nine in the evening. */
const hours = { days: [...weekdays], from: 8 * 60, to: 21 * 60 };

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
    callsOut: callsOutOn(documents, 'Interactions'),
    callRules: { hours: { ...hours, countries: {} }, deskTimeZone: 'America/New_York' },
    callsRecorded: true,
    syncAgentsFunction: 'sync-agents',
    queueTransfers: [],
    liveQueues: async () => ({ asOf: '2026-11-20T10:00:00.000Z', byQueue: new Map() }),
    onTrouble: () => undefined,
    ...over,
  };
}
