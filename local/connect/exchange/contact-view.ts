import type { ConnectionView, ContactStateType, ContactView, EndpointView } from '../types.ts';
import { queueOf } from './queues.ts';
import type { Connection, Contact, Leg, World } from './world.ts';

/** The state that Streams shows for a leg. */
const shown = {
  connecting: 'connecting',
  incoming: 'incoming',
  calling: 'connecting',
  connected: 'connected',
  ended: 'ended',
  error: 'error',
  gone: 'ended',
} as const satisfies Record<Leg['state'], ContactStateType>;

/**
 * One contact on an agent's screen: the agent's own leg first, the customer's second [observed on the wire], then
 * whoever the agent called in.
 */
export function contactView(world: World, leg: Leg): ContactView {
  const { contact } = leg;
  const queueArn = contact.queueArn ?? (contact.initiationMethod === 'OUTBOUND' ? contact.targetQueueArn : undefined);
  const queue = queueArn ? queueOf(world, queueArn) : undefined;
  return {
    contactId: contact.id,
    initialContactId: contact.initialId ?? contact.id,
    previousContactId: contact.previousId,
    relatedContactId: contact.relatedId,
    type: contact.callback ? 'queue_callback' : 'voice',
    initiationMethod: contact.initiationMethod.toLowerCase(),
    state: { type: shown[leg.state], since: leg.since },
    queue: queue && { arn: queue.arn, name: queue.name },
    enqueuedAt: contact.times.enqueued,
    attributes: { ...contact.attributes },
    customerEndpoint: contact.customer ?? undefined,
    systemEndpoint: contact.system,
    connections: [
      { ...connection(leg.own), type: 'agent', initial: false, endpoint: { type: 'agent' } },
      {
        ...connection(leg.customer),
        type: wasCalled(contact) ? 'outbound' : 'inbound',
        initial: true,
        endpoint: customerEndpoint(contact),
      },
      ...leg.thirds.map((third): ConnectionView => {
        const { endpoint, quickConnectName } = third;
        return { ...connection(third), type: 'outbound', initial: false, endpoint, quickConnectName };
      }),
    ],
  };
}

/** The leg of a callback reads as inbound, offered and dialling alike [observed on the wire]. */
const wasCalled = ({ initiationMethod }: Contact) => initiationMethod === 'OUTBOUND';

/** Until the customer is joined, the agent who called is in the customer's place. */
const customerEndpoint = ({ from, customer }: Contact): EndpointView =>
  from ?? { type: 'phone_number', phoneNumber: customer?.address };

const connection = ({ id, state, since, muted }: Connection) => ({
  connectionId: id,
  state: { type: state, since },
  ...(muted && { muted }),
});
