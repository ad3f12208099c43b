import type { AgentPresence } from '../api.ts';

/** What one event of the stream says of an agent. */
export interface HeardPresence {
  agentArn: string;
  username: string;
  presence: AgentPresence;
  /** When Connect said so: ISO 8601, UTC with milliseconds. */
  heardAt: string;
  /** Orders events totally: by their time, and by their id where two have the same. The highest counts. */
  rank: string;
}

/** What is stored of an agent's presence. */
export interface StoredPresence extends HeardPresence {
  /** What was last made known to other systems; absent before the first time. */
  announced?: AgentPresence;
}
