import { arnBelow, idOf } from '../arn.ts';
import { announce } from '../exchange/announce.ts';
import { finish } from '../exchange/ending.ts';
import { type Contact, type ContactTimes, contactChanged, now, type World } from '../exchange/world.ts';
import { tagsOf } from '../flow/scope.ts';
import { ApiError, notFound } from './errors.ts';
import type { Operation } from './operations.ts';

const contactOf = ({ contacts }: World, id: unknown): Contact => {
  const contact = contacts.get(String(id));
  if (!contact) throw notFound(`contact ${id}`);
  return contact;
};

/** The contact's record. Unlike its events it says why the contact ended [docs]. */
export const describeContact: Operation = (world, input) => {
  const contact = contactOf(world, input.ContactId);
  const { times } = contact;
  const instanceArn = world.resources.instance?.arn ?? '';
  return {
    Contact: {
      Arn: arnBelow(instanceArn, 'contact', contact.id),
      Id: contact.id,
      InitialContactId: contact.initialId,
      PreviousContactId: contact.previousId,
      RelatedContactId: contact.relatedId,
      InitiationMethod: contact.initiationMethod,
      Channel: 'VOICE',
      QueueInfo: contact.queueArn && { Id: idOf(contact.queueArn), EnqueueTimestamp: time(times.enqueued) },
      AgentInfo: agentInfo(contact),
      AgentConnectionAttempts: contact.attempts,
      InitiationTimestamp: time(times.initiated),
      ConnectedToSystemTimestamp: time(times.connectedToSystem),
      RingStartTimestamp: time(times.ringing),
      DisconnectTimestamp: time(times.disconnected),
      LastUpdateTimestamp: time(latest(times)),
      DisconnectReason: contact.disconnectReason,
      CustomerEndpoint: contact.customer && { Type: contact.customer.type, Address: contact.customer.address },
      SystemEndpoint: { Type: contact.system.type, Address: contact.system.address },
      QueuePriority: contact.priority,
      Name: contact.data.Name,
      Description: contact.data.Description,
      Attributes: contact.attributes,
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      Tags: tagsOf(instanceArn, contact),
    },
  };
};

function agentInfo({ agent, times }: Contact) {
  if (!agent || times.connectedToAgent === undefined) return undefined;
  const { afterContactWorkStart: start, afterContactWorkEnd: end } = times;
  return {
    Id: agent.id,
    AcceptedByAgentTimestamp: time(times.accepted),
    ConnectedToAgentTimestamp: time(times.connectedToAgent),
    AfterContactWorkStartTimestamp: time(start),
    AfterContactWorkEndTimestamp: time(end),
    AfterContactWorkDuration: start !== undefined && end !== undefined ? Math.round((end - start) / 1000) : undefined,
  };
}

const latest = (times: ContactTimes) => Math.max(...Object.values(times).filter((at) => at !== undefined));
const time = (at: number | undefined) => (at === undefined ? undefined : new Date(at));

export const getContactAttributes: Operation = (world, input) => ({
  Attributes: contactOf(world, input.InitialContactId).attributes,
});

/** Voice contacts of these kinds cannot be stopped [docs]: they are legs of a conversation that goes on. */
const unstoppable = new Set<string>(['DISCONNECT', 'TRANSFER', 'QUEUE_TRANSFER', 'EXTERNAL_OUTBOUND', 'MONITOR']);

/** The caller hears the line go dead, and an agent who talks has after-call work. */
export const stopContact: Operation = (world, input) => {
  const contact = contactOf(world, input.ContactId);
  if (contact.life === 'ended') throw new ApiError('ContactNotFoundException', 410, `contact ${contact.id} has ended`);
  if (unstoppable.has(contact.initiationMethod)) {
    throw new ApiError('InvalidRequestException', 400, `a ${contact.initiationMethod} voice contact cannot be stopped`);
  }
  finish(world, contact, 'OTHER', 'flow');
  return {};
};

/** Works on ended contacts too [docs]. */
export const updateContactAttributes: Operation = (world, input) => {
  const contact = contactOf(world, input.InitialContactId);
  const given = Object.entries(Object(input.Attributes)).map(([key, value]) => [key, String(value)] as const);
  contact.times.updated = now(world);
  contact.attributes = { ...contact.attributes, ...Object.fromEntries(given) };
  announce(world, contact, 'CONTACT_DATA_UPDATED', ['UserDefinedAttributes']);
  contactChanged(world, contact);
  return undefined;
};
