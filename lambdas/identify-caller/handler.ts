/**
 * Called by the inbound flow before the greeting.
 * Given Connect's flow event: the contact, the caller's number as delivered, the dialled number.
 * If it fails, the flow's error branch queues the caller as unidentified; the agent answers without a name.
 * It may take 3 s, the flow's own limit; the caller hears silence meanwhile.
 */
import type { FlowAnswer } from '../../domain/caller/outcome.ts';
import { interactionsOnDynamoDb } from '../shared/adapters/interactions.ts';
import { lookUpOn } from '../shared/adapters/look-up.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { flowContact } from '../shared/connect-event.ts';
import { allowedOrganisations, setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { identify } from './identify.ts';

const client = tableClient();
const log = makeLog({ function: 'identify-caller' });

export async function handler(event: unknown): Promise<FlowAnswer> {
  const contact = flowContact(event);
  const { contactId, interactionId } = contact;
  try {
    const settings = { lineRegion: setting('lineRegion'), organisations: allowedOrganisations() };
    const answer = await identify(contact, settings, {
      lookUp: lookUpOn(client, setting('directoryTable')),
      interactions: interactionsOnDynamoDb(client, setting('interactionsTable')),
      clock: { now: () => new Date() },
    });
    log.info('caller looked up', { contactId, interactionId, outcome: answer.outcome });
    return answer;
  } catch (fault) {
    log.error('caller not looked up', { contactId, interactionId, fault });
    throw fault;
  }
}
