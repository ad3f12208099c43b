import type { AgentRecord, QueueRecord } from '../../domain/directory/types.ts';
import type { Directory } from '../shared/ports.ts';

export interface Copied {
  agents: number;
  queues: number;
  /** How many of them were new or had changed. */
  written: number;
  /** How many agents had left. */
  forgotten: number;
}

export interface Found {
  agents: AgentRecord[];
  queues: QueueRecord[];
  /** ARNs of agents of whose quick connect nothing is known by now: the one that is stored stays. */
  unsettled: ReadonlySet<string>;
}

/**
 * Makes the directory know the agents and queues that Connect has; only differences are written. Who has left Connect
 * is no longer listed, but stays known by ARN, because the calls they took still show their name.
 *
 * @param before Whom the directory listed before Connect was asked.
 */
export async function copyAgents(
  { agents, queues, unsettled }: Found,
  before: AgentRecord[],
  directory: Pick<Directory, 'byArn' | 'putAgent' | 'putQueue' | 'forgetAgent'>,
): Promise<Copied> {
  const known = await directory.byArn({ agents: agents.map(({ arn }) => arn), queues: queues.map(({ arn }) => arn) });
  const listed = new Map(before.map((agent) => [agent.arn, agent]));
  const stored = new Map(known.agents.map((agent) => [agent.arn, agent]));
  const wanted = agents.map((agent) => (unsettled.has(agent.arn) ? keeping(agent, stored.get(agent.arn)) : agent));

  const newAgents = changed(wanted, known.agents, (arn) => listed.has(arn));
  for (const { record, before } of newAgents) await directory.putAgent(record, before);
  const newQueues = changed(queues, known.queues);
  for (const { record } of newQueues) await directory.putQueue(record);
  const here = new Set(agents.map(({ arn }) => arn));
  const left = [...listed.values()].filter(({ arn }) => !here.has(arn));
  for (const agent of left) await directory.forgetAgent(agent);
  const written = newAgents.length + newQueues.length;
  return { agents: agents.length, queues: queues.length, written, forgotten: left.length };
}

function keeping(agent: AgentRecord, stored: AgentRecord | undefined): AgentRecord {
  const { quickConnectArn } = stored ?? {};
  return quickConnectArn === undefined ? agent : { ...agent, quickConnectArn };
}

/** Those that are not known as they are, or not everywhere, with what is known of them. */
function changed<T extends AgentRecord | QueueRecord>(
  found: T[],
  known: T[],
  everywhere: (arn: string) => boolean = () => true,
): { record: T; before?: T }[] {
  const byArn = new Map(known.map((record) => [record.arn, record]));
  return found
    .map((record) => ({ record, before: byArn.get(record.arn) }))
    .filter(({ record, before }) => !before || said(record) !== said(before) || !everywhere(record.arn));
}

const said = (record: object): string => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
