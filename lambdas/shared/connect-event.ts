import * as z from 'zod/mini';

const endpoint = z.nullish(z.object({ Address: z.nullish(z.string()), Type: z.nullish(z.string()) }));

const contactIdOrNone = z.nullish(z.string().check(z.maxLength(256)));

/**
 * What a flow's Lambda block sends, as far as we read it. Connect really sends null for endpoints, queue and initial
 * contact id [observed]; fields that we do not name are ignored, because AWS adds some without notice.
 */
export const connectEvent = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: z.string().check(z.minLength(1), z.maxLength(256)),
      InitialContactId: contactIdOrNone,
      PreviousContactId: contactIdOrNone,
      CustomerEndpoint: endpoint,
      SystemEndpoint: endpoint,
    }),
    Parameters: z.nullish(z.record(z.string(), z.nullish(z.string()))),
  }),
});

/** What a handler needs to know of the contact. */
export interface FlowContact {
  contactId: string;
  /** Key of the conversation: the initial contact id, which is missing, null or equal on the first leg. */
  interactionId: string;
  callerNumber?: string;
  dialledNumber?: string;
  /** What the caller keyed in, as the flow hands it over: its parameter `keyed`. */
  keyed?: string;
}

/** The flow takes twenty digits; what is longer comes from elsewhere. */
const longestKeyed = 50;

/** @throws ZodError when the event names no contact: nothing could be recorded then. */
export function flowContact(event: unknown): FlowContact {
  const { ContactData: data, Parameters: parameters } = connectEvent.parse(event).Details;
  return {
    contactId: data.ContactId,
    interactionId: data.InitialContactId || data.ContactId,
    callerNumber: storable(data.CustomerEndpoint?.Address),
    dialledNumber: storable(data.SystemEndpoint?.Address),
    ...(parameters?.keyed && { keyed: storable(parameters.keyed.slice(0, longestKeyed)) }),
  };
}

/** The longest caller ids are SIP headers; what is longer than this is none, and would only fill the record. */
const longestAddress = 400;

/** As delivered, but for what a table cannot hold: half a character becomes the mark for one that is lost. */
const storable = (address: string | null | undefined): string | undefined =>
  address?.slice(0, longestAddress).replace(/\p{Cs}/gu, '\ufffd');

/**
 * The contact of a transfer and those before it.
 *
 * @throws ZodError when the event names no contact.
 */
export function flowTransfer(event: unknown): { contactId: string; previousId?: string; initialId?: string } {
  const { ContactId, PreviousContactId, InitialContactId } = connectEvent.parse(event).Details.ContactData;
  return {
    contactId: ContactId,
    ...(PreviousContactId && { previousId: PreviousContactId }),
    ...(InitialContactId && { initialId: InitialContactId }),
  };
}
