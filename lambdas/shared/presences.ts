import type { AgentPresence } from '../../domain/api.ts';
import type { HeardPresence } from '../../domain/presence/types.ts';
import type { AgentWork } from '../../domain/presence/work.ts';

/** What is kept of how agents are. */
export interface Presences {
  /** The latest that was heard. Read consistently. */
  of(agentArn: string): Promise<HeardPresence | undefined>;
  /** Stores it unless something later is stored. */
  keep(heard: HeardPresence): Promise<void>;
}

export interface AgentWorks {
  /** Stores what was said of an agent's work; false when something later was said before. */
  note(agentArn: string, work: AgentWork): Promise<boolean>;
  /** The latest that was said. Read consistently. */
  latest(agentArn: string): Promise<AgentWork | undefined>;
}

/** The event by which other systems follow agents; its form is described in docs/presence.md. */
export interface PresenceChange {
  username: string;
  agentArn: string;
  presence: AgentPresence;
  /** Absent the first time that anything is heard of the agent. */
  previous?: AgentPresence;
}

export interface Announcements {
  /** Throws when the event bus does not take it. */
  presenceChanged(change: PresenceChange, at: string): Promise<void>;
}
