/**
 * Called by the flows of a transfer when nobody takes the call: the one agent did not answer, is not there, or the line
 * is full.
 * Given Connect's flow event: the contact of the transfer and the ids of the contacts before it.
 * If it fails, the flow takes the caller for alone and goes on to the service desk's queue.
 * It may take 5 s, the flow's own limit; whoever is on the line hears silence meanwhile.
 */
import { describedContactsOfConnect } from '../shared/adapters/described-contacts.ts';
import { flowTransfer } from '../shared/connect-event.ts';
import { setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { route, type TransferRoute } from './route.ts';

const log = makeLog({ function: 'route-transfer' });
const contacts = describedContactsOfConnect(setting('instanceArn'));

export async function handler(event: unknown): Promise<TransferRoute> {
  const transfer = flowTransfer(event);
  const { contactId, previousId } = transfer;
  try {
    const answer = await route(transfer, contacts);
    log.info('transfer routed', { contactId, previousId, ...answer });
    return answer;
  } catch (fault) {
    log.error('transfer not routed', { contactId, previousId, fault });
    throw fault;
  }
}
