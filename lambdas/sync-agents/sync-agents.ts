import type { Directory, Instance, Links } from '../shared/ports.ts';
import type { QuickConnects } from '../shared/quick-connects.ts';
import { type Copied, copyAgents } from './copy.ts';
import { type Kept, keepQuickConnects } from './keep-quick-connects.ts';

export interface Ports {
  instance: Instance;
  quickConnects: QuickConnects;
  links: Pick<Links, 'connect'>;
  directory: Pick<Directory, 'byArn' | 'agents' | 'putAgent' | 'putQueue' | 'forgetAgent'>;
}

export interface Synced {
  copied: Copied;
  quickConnects: Pick<Kept, 'created' | 'changed' | 'removed'>;
  refused: Kept['refused'];
  failed: Kept['failed'];
}

/**
 * Copies agents and queues, then sees to the quick connects: those take minutes for a new desk and can be refused, and
 * nobody's name shall wait for that.
 *
 * Runs overlap, as when several new agents sign in at once. So what is known is read before what Connect has: whom Connect
 * does not have then has left, and whoever came meanwhile is not taken for one who did.
 *
 * @throws whatever kept the quick connects from being read, after the copy.
 */
export async function syncAgents(
  { instance, quickConnects, links, directory }: Ports,
  place: { instance: string; flowArn: string; queueArns: string[] },
): Promise<Synced> {
  const listed = (await directory.agents()).map(({ agent }) => agent);
  const found = await quickConnects.all().then(
    (all) => ({ all }),
    (fault: unknown) => ({ fault }),
  );
  const [agents, queues] = [await instance.agents(), await instance.queues()];
  const everybody = new Set(agents.map(({ arn }) => arn));
  const first = await copyAgents({ agents, queues, unsettled: everybody }, listed, directory);
  if ('fault' in found) throw found.fault;

  const kept = await keepQuickConnects(agents, found.all, { quickConnects, links }, place);
  const { arns, unsettled, refused, failed, created, changed, removed } = kept;
  const records = agents.map((agent) => ({ ...agent, ...quickConnectOf(arns.get(agent.arn)) }));
  const second = await copyAgents({ agents: records, queues, unsettled }, agents, directory);
  const copied = { ...first, written: first.written + second.written };
  return { copied, quickConnects: { created, changed, removed }, refused, failed };
}

const quickConnectOf = (arn: string | undefined) => (arn === undefined ? {} : { quickConnectArn: arn });
