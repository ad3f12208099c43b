import { type AgentWork, type StatusChange, statusFor } from '../../domain/presence/work.ts';
import type { Directory } from '../shared/ports.ts';
import type { AgentWorks } from '../shared/presences.ts';
import type { Statuses } from '../shared/statuses.ts';

export interface Ports {
  directory: Pick<Directory, 'agentByUsername'>;
  works: AgentWorks;
  statuses: Statuses;
}

/** What became of a word about an agent's work: the status that was set, or why none was. */
export type Followed = { set: string } | { leave: Leave | 'unknown-agent' | 'said-otherwise-since' };
type Leave = Extract<StatusChange, { leave: string }>['leave'];

/**
 * Sets an agent's status by what is said of their work. Events come in any order, so the work itself is kept and only
 * the latest word counts; the same word may be followed twice, as after a fault. Two may be followed at once: whoever
 * has set a status looks whether more was said meanwhile, and follows that.
 */
export async function followWork(
  username: string,
  work: AgentWork,
  { directory, works, statuses }: Ports,
): Promise<Followed> {
  const agent = await directory.agentByUsername(username);
  if (!agent) return { leave: 'unknown-agent' };
  if (!(await works.note(agent.arn, work))) return { leave: 'said-otherwise-since' };
  const all = await statuses.all();
  let latest = work;
  let chosen = await statuses.chosen(agent.arn);
  let followed: Followed | undefined;
  for (;;) {
    const change = statusFor(latest, chosen, all);
    if ('leave' in change) return followed ?? change;
    await statuses.set(agent.arn, change.set);
    chosen = change.set.name;
    followed = { set: chosen };
    latest = (await works.latest(agent.arn)) ?? latest;
  }
}
