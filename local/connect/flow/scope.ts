import { idOf } from '../arn.ts';
import type { FlowData } from '../blocks/types.ts';
import type { WaitingPlace } from '../exchange/queues.ts';
import type { Contact } from '../exchange/world.ts';
import type { Resources } from '../resources.ts';

interface Around {
  contact: Contact;
  resources: Resources;
  region: string;
  queue: (arnOrId: string) => WaitingPlace | undefined;
}

/** Everything that a flow's references can lead to, named as the flow language names it; null for what is not there. */
export function scopeOf(around: Around, data: FlowData): Record<string, unknown> {
  const { contact } = around;
  return {
    ...contactData(around),
    FlowAttributes: data.flowAttributes,
    External: data.external ?? {},
    StoredCustomerInput: data.storedInput ?? null,
    TextToSpeechVoiceId: contact.voice,
    Agent: agentOf(contact),
  };
}

/** In whisper and hold flows the agent is known, in a transfer to an agent the wanted one; else it is not [docs]. */
function agentOf(contact: Contact) {
  const joined = contact.life === 'inFlow' || contact.life === 'queued' ? undefined : contact.agent;
  const agent = contact.life === 'inFlow' ? contact.wanted : joined;
  return agent && { UserName: agent.username, FirstName: agent.firstName, LastName: agent.lastName, ARN: agent.arn };
}

/**
 * The contact as flows and functions see it. Absent values are null, not left out, and on the first leg both
 * InitialContactId and PreviousContactId are the contact's own id [observed in a payload of November 2025].
 */
export function contactData({ contact, resources, region, queue: queueOf }: Around) {
  const queueArn = contact.queueArn ?? contact.targetQueueArn;
  const queue = queueArn ? queueOf(queueArn) : undefined;
  const instanceArn = resources.instance?.arn ?? '';
  return {
    Attributes: contact.attributes,
    AwsRegion: region,
    Channel: 'VOICE',
    ContactId: contact.id,
    CustomerEndpoint: contact.customer && { Address: contact.customer.address, Type: contact.customer.type },
    CustomerId: contact.data.CustomerId ?? null,
    Description: contact.data.Description ?? null,
    InitialContactId: contact.initialId ?? contact.id,
    InitiationMethod: contact.initiationMethod,
    InstanceARN: instanceArn,
    LanguageCode: contact.language,
    MediaStreams: { Customer: { Audio: null } },
    Name: contact.data.Name ?? null,
    PreviousContactId: contact.previousId ?? contact.id,
    Queue: queue ? { ARN: queue.arn, Name: queue.name, OutboundCallerId: null } : null,
    References: {},
    RelatedContactId: contact.relatedId ?? null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    SystemEndpoint: { Address: contact.system.address, Type: contact.system.type },
    Tags: tagsOf(instanceArn, contact),
  };
}

/** Tags that Connect itself puts on a contact; the number on an inbound one alone [docs]. */
export const tagsOf = (instanceArn: string, contact: Contact) => ({
  'aws:connect:instanceId': idOf(instanceArn),
  ...(contact.initiationMethod === 'INBOUND' && { 'aws:connect:systemEndpoint': contact.system.address }),
});
