import { move } from './announce.ts';
import { callerId, lineTo } from './calling-out.ts';
import { addContact } from './contacts.ts';
import { enqueue } from './waiting.ts';
import type { Contact, Endpoint, World } from './world.ts';

export interface CallbackRequest {
  customer: Endpoint;
  queueArn: string;
  /** Ms until it enters the queue. */
  initialDelay: number;
  /** At least one. */
  attempts: number;
  /** Ms between two attempts. */
  retryAfter: number;
}

/**
 * The customer is to be called back: a new contact that waits in the queue with nobody on the line, is offered to an
 * agent as `incoming`, and dials once the agent accepts. The flow that asked goes on [docs].
 */
export function requestCallback(world: World, previous: Contact, request: CallbackRequest): Contact {
  const contact = addContact(world, {
    initiationMethod: 'CALLBACK',
    life: 'scheduled',
    customer: request.customer,
    system: callerId(world, request.queueArn),
    call: previous.call,
    previous,
  });
  contact.targetQueueArn = request.queueArn;
  contact.callback = { retryAfter: request.retryAfter, attemptsLeft: request.attempts };
  waitThenQueue(world, contact, request.initialDelay);
  return contact;
}

function waitThenQueue(world: World, contact: Contact, ms: number): void {
  const { callback } = contact;
  if (callback) callback.stopWaiting = world.ports.clock.after(ms, () => enqueue(world, contact));
}

/** A line for this attempt, in the place of that of the one before. */
export function callBack(world: World, contact: Contact): void {
  const line = lineTo(world, contact.customer?.address ?? '', contact.id);
  world.calls = [...world.calls.filter(({ contactId }) => contactId !== contact.id), line];
  contact.lines = [line];
  contact.call = line;
  line.contact = contact;
  if (contact.callback) contact.callback.attemptsLeft--;
}

/** Waits for the next attempt to call back; false when there is none, or nobody asked for a callback. */
export function reachedNobody(world: World, contact: Contact): boolean {
  const { callback, lines } = contact;
  if (!callback || callback.attemptsLeft < 1) return false;
  for (const line of lines) {
    line.endedBy = 'network';
    line.contact = undefined;
    line.enter('ended', world.ports.clock.now());
  }
  contact.lines = [];
  contact.agent = undefined;
  contact.times.connectedToAgent = undefined;
  contact.times.accepted = undefined;
  move(world, contact, 'unreached');
  waitThenQueue(world, contact, callback.retryAfter);
  return true;
}
