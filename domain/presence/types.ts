import type { AgentPresence } from '../api.ts';

/** What one event of the stream says of an agent; the latest one is what is stored. */
export interface HeardPresence {
  agentArn: string;
  username: string;
  presence: AgentPresence;
  /** When Connect said so: ISO 8601, UTC with milliseconds. */
  heardAt: string;
}
