import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventSource, presenceChanged } from '../../../domain/presence/events.ts';
import type { Announcements } from '../presences.ts';

/** A bus that hangs must not cost the whole batch its time: the event comes again. */
const busClient = () =>
  new EventBridgeClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });

/** Events of ours on the account's default bus. Needs `events:PutEvents` on it. */
export function announcementsOn(client = busClient()): Announcements {
  return {
    async presenceChanged(change, at) {
      const { FailedEntryCount, Entries } = await client.send(
        new PutEventsCommand({
          Entries: [
            {
              Source: eventSource,
              DetailType: presenceChanged,
              Time: new Date(at),
              Resources: [change.agentArn],
              Detail: JSON.stringify(change),
            },
          ],
        }),
      );
      // The call succeeds though the bus took nothing of it.
      if (FailedEntryCount) throw new Error(`the event bus refused: ${Entries?.[0]?.ErrorCode}`);
    },
  };
}
