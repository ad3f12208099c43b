import { ConnectClient, DescribeContactCommand } from '@aws-sdk/client-connect';
import type { ContactFact } from '../../../domain/interaction/facts.ts';
import type { Contacts } from '../contacts.ts';

/** The record is brought up to date after this answer, so a request that hangs is given up early. */
const limits = { requestHandler: { requestTimeout: 3_000, connectionTimeout: 1_000, throwOnRequestTimeout: true } };

/**
 * Contacts as Connect describes them. Needs `connect:DescribeContact` on `<instance>/contact/*`.
 *
 * @param instanceArn Its last part is the instance id that the API takes.
 */
export function contactsOfConnect(instanceArn: string, client = new ConnectClient(limits)): Contacts {
  const InstanceId = instanceArn.split('/').at(-1);
  return {
    async reasonOf({ interactionId, contactId, at }) {
      try {
        const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId: contactId }));
        if (!Contact?.DisconnectReason) return { known: false, why: 'not described yet' };
        const described = Contact.LastUpdateTimestamp?.toISOString() ?? at;
        const fact: ContactFact = {
          source: 'describe-contact',
          kind: 'DESCRIBED',
          at: described,
          interactionId,
          contactId,
          reason: Contact.DisconnectReason,
        };
        return { known: true, fact };
      } catch (error) {
        const why = expected[error instanceof Error ? error.name : ''];
        if (why) return { known: false, why };
        throw error;
      }
    },
  };
}

/** What may happen to a healthy desk, and which a later event of the same contact makes good. */
const expected: Record<string, string> = {
  ThrottlingException: 'Connect is asked too often',
  TooManyRequestsException: 'Connect is asked too often',
  ResourceNotFoundException: 'Connect does not know the contact yet',
};
