import type { CallModel, PhoneModel } from '../../web/desk/phone/model.ts';
import type { AgentSnapshot, ContactSnapshot } from '../../web/desk/phone/snapshot.ts';

export const start = Date.parse('2026-03-02T09:00:00Z');

/** A call that rings for an agent, with the differences that a test is about. */
export const aContact = (differences: Partial<ContactSnapshot> = {}): ContactSnapshot => ({
  contactId: 'contact-1',
  initialContactId: 'contact-1',
  type: 'voice',
  inbound: true,
  state: { type: 'connecting', at: start },
  queue: 'Service desk',
  attributes: {},
  customer: { state: 'connected', at: start, number: '+12125550123' },
  thirds: [],
  ...differences,
});

/** What Streams says of an agent who is available. */
export const aSnapshot = (differences: Partial<AgentSnapshot> = {}): AgentSnapshot => ({
  name: 'Ned',
  permissions: ['outboundCall'],
  state: { name: 'Available', type: 'routable', at: start },
  states: [
    { name: 'Available', type: 'routable' },
    { name: 'Lunch', type: 'not_routable' },
    { name: 'Offline', type: 'offline' },
  ],
  chosen: 'Available',
  contacts: [],
  ...differences,
});

export const aCall = (differences: Partial<CallModel> = {}): CallModel => ({
  contactId: 'contact-1',
  interactionId: 'contact-1',
  state: 'ringing',
  since: start,
  inbound: true,
  attributes: {},
  customerThere: true,
  handedOver: false,
  ...differences,
});

export const aPhone = (differences: Partial<PhoneModel> = {}): PhoneModel => ({
  ready: true,
  muted: false,
  ...differences,
});
