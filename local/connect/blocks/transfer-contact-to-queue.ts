import { type Block, failed } from './types.ts';

/** Ends the flow and puts the contact into its working queue. A full queue counts everyone who waits in it [docs]. */
export const transferContactToQueue: Block = ({ contact, resources, waitingIn }) => {
  if (contact.life !== 'inFlow') return failed('the contact has been in a queue already');
  const queue = contact.targetQueueArn ? resources.queues.get(contact.targetQueueArn) : undefined;
  if (!queue) return failed('no queue is set');
  if (!queue.enabled) return failed(`the queue ${queue.name} is disabled`);
  if (queue.maxContacts !== undefined && waitingIn(queue.arn) >= queue.maxContacts) {
    return { kind: 'error', error: 'QueueAtCapacity', why: `${queue.name} holds ${queue.maxContacts} contacts` };
  }
  return { kind: 'end', end: { kind: 'queued' } };
};
