import type { AgentPresence } from '../api.ts';

/** What one event of the stream says of an agent; the latest one is what is stored. */
export interface HeardPresence {
  agentArn: string;
  username: string;
  presence: AgentPresence;
  /** When Connect said so: ISO 8601, UTC with milliseconds. */
  heardAt: string;
  /** When the agent logged out, unless they have come back since: ISO 8601. */
  loggedOutAt?: string;
}

/** What one event says; `repeated` when it is sent because time has passed, and nothing happened (HEART_BEAT). */
export type PresenceNews = HeardPresence & { repeated?: true };
