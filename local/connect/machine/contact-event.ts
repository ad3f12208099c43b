import { agentIdOfQueue } from '../agent-queue.ts';
import { arnBelow } from '../arn.ts';
import type { Contact } from '../exchange/world.ts';
import { tagsOf } from '../flow/scope.ts';

export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'CONTACT_DATA_UPDATED'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'DISCONNECTED'
  | 'COMPLETED';

export interface ContactEvent {
  source: string;
  'detail-type': string;
  time: string;
  resources: string[];
  detail: Record<string, unknown>;
}

/** What the official sample shows for 'not yet' [docs]. */
const notYet = '1970-01-01T00:00:00.001Z';

/**
 * A contact event as Connect puts it on the account's bus. The envelope's time has whole seconds, the detail's times
 * milliseconds. On a first leg neither initialContactId nor previousContactId is there [docs]; attributes and the
 * reason of the disconnect never are [docs]. `updated` names what a CONTACT_DATA_UPDATED is about.
 */
export function contactEvent(
  type: ContactEventType,
  contact: Contact,
  instanceArn: string,
  at: number,
  updated?: string[],
): ContactEvent {
  const { times } = contact;
  return {
    source: 'aws.connect',
    'detail-type': 'Amazon Connect Contact Event',
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    resources: [instanceArn, arnBelow(instanceArn, 'contact', contact.id)],
    detail: withoutGaps({
      eventType: type,
      contactId: contact.id,
      initialContactId: contact.initialId,
      previousContactId: contact.previousId,
      relatedContactId: contact.relatedId,
      channel: 'VOICE',
      instanceArn,
      initiationMethod: contact.initiationMethod,
      updatedProperties: updated,
      initiationTimestamp: iso(times.initiated),
      connectedToSystemTimestamp: iso(times.connectedToSystem) ?? notYet,
      scheduledTimestamp: notYet,
      disconnectTimestamp: iso(times.disconnected) ?? notYet,
      queueInfo: contact.queueArn && {
        queueArn: contact.queueArn,
        queueType: agentIdOfQueue(contact.queueArn) ? 'AGENT' : 'STANDARD',
        enqueueTimestamp: iso(times.enqueued),
      },
      agentInfo: agentInfo(contact),
      customerEndpoint: contact.customer && { address: contact.customer.address, type: contact.customer.type },
      systemEndpoint: withoutSystem.has(contact.initiationMethod)
        ? undefined
        : { address: contact.system.address, type: contact.system.type },
      segmentAttributes: { 'connect:Subtype': { valueString: 'connect:Telephony' } },
      tags: tagsOf(instanceArn, contact),
    }),
  };
}

/** Contacts whose events have no systemEndpoint [docs]. */
const withoutSystem = new Set<Contact['initiationMethod']>(['CALLBACK', 'QUEUE_TRANSFER']);

/** The agent's ARN alone says who it was: no name is in the event [docs]. */
function agentInfo({ agent, times }: Contact) {
  if (!agent || times.connectedToAgent === undefined) return undefined;
  const { afterContactWorkStart: start, afterContactWorkEnd: end } = times;
  return withoutGaps({
    agentArn: agent.arn,
    connectedToAgentTimestamp: iso(times.connectedToAgent),
    acceptedByAgentTimestamp: iso(times.accepted),
    hierarchyGroups: {},
    // Only a COMPLETED event has them, because only then the work is over.
    ...(start !== undefined && end !== undefined
      ? {
          afterContactWorkStartTimestamp: iso(start),
          afterContactWorkEndTimestamp: iso(end),
          afterContactWorkDuration: Math.round((end - start) / 1000),
        }
      : {}),
  });
}

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
const withoutGaps = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
