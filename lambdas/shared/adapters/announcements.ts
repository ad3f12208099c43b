import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventSource, presenceChanged } from '../../../domain/presence/events.ts';
import type { Announcements } from '../presences.ts';

/** Events of ours on the account's default bus. Needs `events:PutEvents` on it. */
export function announcementsOn(client = new EventBridgeClient({ maxAttempts: 5 })): Announcements {
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
