import { find } from '../resources.ts';
import type { ContactStatus } from '../types.ts';
import type { Contact, World } from './world.ts';

/** The contact for those who watch the whole instance. */
export function contactStatus({ resources }: World, contact: Contact): ContactStatus {
  const queue = contact.queueArn ? find(resources.queues, contact.queueArn) : undefined;
  return {
    contactId: contact.id,
    initialContactId: contact.initialId ?? contact.id,
    previousContactId: contact.previousId,
    initiationMethod: contact.initiationMethod,
    life: contact.life,
    phase: contact.call.phase,
    queue: queue && { arn: queue.arn, name: queue.name },
    agent: contact.agent?.username,
    customer: contact.customer?.address,
    system: contact.system.address,
    initiatedAt: contact.times.initiated,
    enqueuedAt: contact.times.enqueued,
    connectedAt: contact.times.connectedToAgent,
    endedAt: contact.times.disconnected,
  };
}
