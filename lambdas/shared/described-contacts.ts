/** A contact as the phone system describes it now, as far as a transfer needs it. */
export interface DescribedContact {
  /** The call is over for the agent who had it, who may still be in after-call work. */
  agentHasLeft: boolean;
  /** The standard queue in which it waited last; absent for calls out, and for an agent's own queue. */
  queueArn?: string;
}

export interface DescribedContacts {
  /** Throws what the phone system throws, also for a contact that it does not know. */
  describe(contactId: string): Promise<DescribedContact>;
}
