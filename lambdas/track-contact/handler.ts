/**
 * Keeps the record of each call. EventBridge sends it this instance's contact events: at least once, in no order, and
 * some never. Nobody waits for its answer. When it throws, the event is delivered again and at last kept in the
 * dead-letter queue; an event that is not about a call of ours is logged and done with.
 */
import { callWithoutPermit } from '../../domain/calling/permit.ts';
import { factFromEvent } from '../../domain/interaction/fact-from-event.ts';
import type { PermitFact } from '../../domain/interaction/facts.ts';
import { callsOutOn } from '../shared/adapters/calls-out.ts';
import { interactionsOnDynamoDb } from '../shared/adapters/interactions.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { trackContact } from './track-contact.ts';

const log = makeLog({ function: 'track-contact' });
const instanceArn = setting('instanceArn');
const client = tableClient();
const ports = {
  interactions: interactionsOnDynamoDb(client, setting('interactionsTable')),
  callsOut: callsOutOn(client, setting('interactionsTable')),
  // The construct counts this line and alarms.
  onViolation: ({ interactionId, by }: PermitFact) => log.error(callWithoutPermit, { interactionId, agentArn: by }),
  // Loaded when an event needs it, so that the start of all others does not pay for the Connect client.
  contacts: async () => (await import('../shared/adapters/contacts.ts')).contactsOfConnect(instanceArn),
};

export async function handler(event: unknown): Promise<void> {
  const heard = factFromEvent(event, instanceArn);
  if (!heard.ok) {
    // Connect's events are no longer as documented: every further call would lack its facts, so this must wake somebody.
    if (heard.reason === 'unreadable') throw new Error(`contact event cannot be read: ${heard.message}`);
    log.info('contact event ignored', { reason: heard.reason });
    return;
  }
  const { interactionId, contactId, kind } = heard.fact;
  const tracked = await trackContact(heard.fact, ports);
  const level = tracked.reason === 'not-yet' ? 'warn' : 'info';
  log[level]('contact event recorded', { interactionId, contactId, kind, ...tracked });
}
