import type { DescribedContact, DescribedContacts } from '../shared/described-contacts.ts';

/** The contact of a transfer: a new one, made from the one that the first agent had. */
export interface Transfer {
  contactId: string;
  previousId?: string;
  initialId?: string;
}

/** What the flow reads, as `$.External`: a flat map of strings, none of them empty. */
export interface TransferRoute {
  /** `there`: a consult, the first agent still has the caller. `gone`: the caller was handed over and is alone. */
  firstAgent: 'there' | 'gone';
  /** Where the call waited before; absent for a call that never was in a queue that several agents serve. */
  originQueueArn?: string;
}

/**
 * Reads the contact that the first agent had, and, for a caller who is alone, the first one of the conversation when the
 * other waited in no queue that several agents serve. Asking again gives the same answer as long as nobody does anything.
 */
export async function route(transfer: Transfer, contacts: DescribedContacts): Promise<TransferRoute> {
  const { contactId, previousId, initialId } = transfer;
  // On the first leg of a conversation both ids are the contact's own, so there is nobody before.
  if (!previousId || previousId === contactId) return decide();
  const previous = await contacts.describe(previousId);
  const knowsMore = initialId !== undefined && initialId !== previousId && initialId !== contactId;
  if (!previous.agentHasLeft || previous.queueArn || !knowsMore) return decide(previous);
  return decide(previous, await contacts.describe(initialId));
}

/** The rule alone: who is left, and which queue the call came from. */
export function decide(previous?: DescribedContact, initial?: DescribedContact): TransferRoute {
  const originQueueArn = previous?.queueArn ?? initial?.queueArn;
  return {
    firstAgent: previous && !previous.agentHasLeft ? 'there' : 'gone',
    ...(originQueueArn && { originQueueArn }),
  };
}
