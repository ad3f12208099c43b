import type { Status } from '../../domain/presence/work.ts';

/** The status that each agent has chosen in Connect. */
export interface Statuses {
  /** All that agents of the instance can choose. */
  all(): Promise<Status[]>;
  /** Name of what the agent has chosen, of the next one where they chose that during a call; absent when signed out. */
  chosen(agentArn: string): Promise<string | undefined>;
  /** During a call it becomes the next status. */
  set(agentArn: string, status: Status): Promise<void>;
}
