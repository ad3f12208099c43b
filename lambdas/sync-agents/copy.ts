import type { AgentRecord, QueueRecord } from '../../domain/directory/types.ts';
import type { Directory, Instance } from '../shared/ports.ts';

export interface Copied {
  agents: number;
  queues: number;
  /** How many of them were new or had changed. */
  written: number;
}

/**
 * Makes the directory know the agents and queues that Connect has; only differences are written. Who has left Connect
 * stays, because the calls they took still show their name.
 */
export async function copyAgents(
  instance: Instance,
  directory: Pick<Directory, 'byArn' | 'putAgent' | 'putQueue'>,
): Promise<Copied> {
  const agents = await instance.agents();
  const queues = await instance.queues();
  const known = await directory.byArn({ agents: agents.map(({ arn }) => arn), queues: queues.map(({ arn }) => arn) });

  const newAgents = changed(agents, known.agents);
  for (const { record, before } of newAgents) await directory.putAgent(record, before);
  const newQueues = changed(queues, known.queues);
  for (const { record } of newQueues) await directory.putQueue(record);
  return { agents: agents.length, queues: queues.length, written: newAgents.length + newQueues.length };
}

/** Those that are not known as they are, with what is known of them. */
export function changed<T extends AgentRecord | QueueRecord>(found: T[], known: T[]): { record: T; before?: T }[] {
  const byArn = new Map(known.map((record) => [record.arn, record]));
  return found
    .map((record) => ({ record, before: byArn.get(record.arn) }))
    .filter(({ record, before }) => !before || said(record) !== said(before));
}

const said = (record: object): string => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
