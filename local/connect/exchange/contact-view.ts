import type { ConnectionStateType, ContactStateType, ContactView } from '../types.ts';
import type { Leg, World } from './world.ts';

/** The state that Streams shows for a leg. */
const shown = {
  connecting: { contact: 'connecting', connection: 'connecting' },
  connected: { contact: 'connected', connection: 'connected' },
  ended: { contact: 'ended', connection: 'disconnected' },
  error: { contact: 'error', connection: 'disconnected' },
  gone: { contact: 'ended', connection: 'disconnected' },
} as const satisfies Record<Leg['state'], { contact: ContactStateType; connection: ConnectionStateType }>;

/** One contact on an agent's screen: the agent's own leg first, the customer's second [observed on the wire]. */
export function contactView({ resources }: World, leg: Leg): ContactView {
  const { contact } = leg;
  const queue = contact.queueArn ? resources.queues.get(contact.queueArn) : undefined;
  return {
    contactId: contact.id,
    initialContactId: contact.initialId ?? contact.id,
    previousContactId: contact.previousId,
    type: 'voice',
    initiationMethod: contact.initiationMethod.toLowerCase(),
    state: { type: shown[leg.state].contact, since: leg.since },
    queue: queue && { arn: queue.arn, name: queue.name },
    enqueuedAt: contact.times.enqueued,
    attributes: { ...contact.attributes },
    customerEndpoint: contact.customer ?? undefined,
    systemEndpoint: contact.system,
    connections: [
      {
        connectionId: leg.connectionId,
        type: 'agent',
        initial: false,
        state: { type: shown[leg.state].connection, since: leg.since },
        endpoint: { type: 'agent' },
      },
      {
        connectionId: leg.customerConnectionId,
        type: 'inbound',
        initial: true,
        state: { type: leg.customer.state, since: leg.customer.since },
        endpoint: { type: 'phone_number', phoneNumber: contact.customer?.address },
      },
    ],
  };
}
