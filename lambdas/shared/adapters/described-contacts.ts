import { ConnectClient, type Contact, DescribeContactCommand } from '@aws-sdk/client-connect';
import type { DescribedContact, DescribedContacts } from '../described-contacts.ts';

/** A flow waits five seconds in all, so a request that hangs is given up early enough for another one. */
const limits = {
  requestHandler: { requestTimeout: 1_500, connectionTimeout: 1_000, throwOnRequestTimeout: true },
  maxAttempts: 2,
};

/**
 * Contacts as Connect describes them. Needs `connect:DescribeContact` on `<instance>/contact/*`.
 *
 * @param instanceArn Its last part is the instance id that the API takes.
 */
export function describedContactsOfConnect(instanceArn: string, client = new ConnectClient(limits)): DescribedContacts {
  const InstanceId = instanceArn.slice(instanceArn.lastIndexOf('/') + 1);
  return {
    async describe(contactId) {
      const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId: contactId }));
      if (!Contact) throw new Error(`Connect described nothing for contact ${contactId}`);
      return read(Contact, instanceArn);
    },
  };
}

function read({ AgentInfo: agent, QueueInfo, DisconnectTimestamp }: Contact, instanceArn: string): DescribedContact {
  const agentHasLeft = (DisconnectTimestamp ?? agent?.AfterContactWorkStartTimestamp) !== undefined;
  const id = QueueInfo?.Id;
  // An agent's own queue is `<instance>/queue/agent/<agent id>`; whether Connect gives its id with that word or without
  // is written nowhere, so both are taken for one.
  const isAgents = id === undefined || id === agent?.Id || id.includes('agent/');
  return { agentHasLeft, ...(!isAgents && { queueArn: `${instanceArn}/queue/${id}` }) };
}
