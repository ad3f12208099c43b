import type { AgentPresence } from '../api.ts';

/** What one event of the stream says of an agent. */
export interface HeardPresence {
  agentArn: string;
  username: string;
  presence: AgentPresence;
  /** When Connect said so: ISO 8601, UTC with milliseconds. The latest counts. */
  heardAt: string;
  eventId: string;
}

/** What is stored of an agent's presence. */
export interface StoredPresence extends HeardPresence {
  /** What was last made known to other systems; absent before the first time. */
  announced?: AgentPresence;
}
