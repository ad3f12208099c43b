/** What one update of Streams says, as plain data. All `at` are epoch milliseconds of this browser's clock. */

/** The members of Streams' agent that the page uses. */
export interface AgentSnapshot {
  name: string;
  permissions: string[];
  state: { name: string; type: string; at: number };
  states: { name: string; type: string }[];
  chosen?: string;
  next?: string;
  contacts: ContactSnapshot[];
}

export interface ContactSnapshot {
  contactId: string;
  initialContactId?: string;
  type: string;
  inbound: boolean;
  state: { type: string; at: number };
  queue?: string;
  queuedAt?: number;
  attributes: Record<string, string>;
  customer?: PartySnapshot;
  /** All other parties but the agent, those who have left included. */
  thirds: PartySnapshot[];
}

export interface PartySnapshot {
  state: string;
  at: number;
  number?: string;
  /** `phone_number`, `agent` or `queue`. */
  kind?: string;
  name?: string;
}
