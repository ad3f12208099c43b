import { addContact } from './contacts.ts';
import { finish } from './ending.ts';
import { handOver } from './handing-over.ts';
import { enqueue } from './waiting.ts';
import type { Contact, World } from './world.ts';

/**
 * A queue flow moves its contact to another queue: a new contact waits there with the same customer and hooks, and the
 * old one ends at that moment [docs]. Whether the queue takes it is asked before, by the block that moves it.
 */
export function moveToQueue(world: World, contact: Contact, queueArn: string): Contact {
  const { customer, system, call } = contact;
  const moved = addContact(world, {
    initiationMethod: 'QUEUE_TRANSFER',
    life: 'inFlow',
    customer,
    system,
    call,
    previous: contact,
  });
  moved.hooks = { ...contact.hooks };
  moved.priority = contact.priority;
  moved.targetQueueArn = queueArn;
  handOver(world, contact, moved);
  finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
  enqueue(world, moved);
  return moved;
}
