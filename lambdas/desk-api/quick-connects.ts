import type { QuickConnects } from '../../domain/api.ts';
import { folded } from '../../domain/directory/fold.ts';
import { believed } from '../../domain/presence/known.ts';
import type { Handle } from '../shared/http.ts';
import { type LiveFigures, nobodyThere, type QueueTransfer } from '../shared/live-queues.ts';
import type { Desk } from './ports.ts';

/**
 * Whom a call can be handed to: all agents but the asking one, and the stack's queues. When Connect does not tell how it
 * is in the queues, they are still offered.
 */
export const quickConnects =
  ({ directory, clock, queueTransfers, liveQueues, onTrouble }: Desk): Handle =>
  async ({ user }) => {
    const figures = liveQueues().catch((fault) => {
      onTrouble('queues are shown without figures', fault);
      return undefined;
    });
    const [all, live] = [await directory.agents(), await figures];
    const now = clock.now();
    const agents = all.flatMap(({ agent: { quickConnectArn: arn, name, username }, heard }) =>
      arn === undefined || folded(username) === folded(user.username)
        ? []
        : [{ arn, name, username, ...(heard && { presence: believed(heard, now) }) }],
    );
    const queues = queueTransfers.map((transfer) => queueRow(transfer, live));
    return {
      body: { agents: agents.sort(byName), queues: queues.sort(byName), asOf: live?.asOf } satisfies QuickConnects,
    };
  };

const queueRow = ({ arn, name, queue }: QueueTransfer, live: LiveFigures | undefined) => ({
  arn,
  name,
  ...(live && (live.byQueue.get(queue) ?? nobodyThere)),
});

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en');
