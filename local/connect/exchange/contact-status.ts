import { phaseOf } from '../machine/contact-life.ts';
import type { ContactStatus } from '../types.ts';
import { queueOf } from './queues.ts';
import type { Contact, World } from './world.ts';

/** The contact for those who watch the whole instance. */
export function contactStatus(world: World, contact: Contact): ContactStatus {
  const queue = contact.queueArn ? queueOf(world, contact.queueArn) : undefined;
  return {
    contactId: contact.id,
    initialContactId: contact.initialId ?? contact.id,
    previousContactId: contact.previousId,
    initiationMethod: contact.initiationMethod,
    life: contact.life,
    phase: phaseOf(contact.life, contact.onHold, contact.call.direction),
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
