/**
 * Called on a schedule, and by desk-api when somebody signs in whom the directory does not know.
 * Given nothing that matters; instance, queues and flow are settings.
 * If it fails, agents and queues that are new or renamed in Connect appear in lists without their name, and no call can
 * be handed to new agents, until the next run.
 * It may take minutes: Connect allows two calls of each operation a second for the whole account.
 */
import { connectClient, instanceOn, linksOn } from '../shared/adapters/connect.ts';
import { directoryOn } from '../shared/adapters/directory.ts';
import { quickConnectsOn } from '../shared/adapters/quick-connects.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { listSetting, setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { connectRate, pace } from '../shared/pace.ts';
import { type Copied, copyAgents } from './copy.ts';
import { keepQuickConnects } from './keep-quick-connects.ts';

const directory = directoryOn(tableClient(), setting('directoryTable'));
const connect = connectClient();
const turn = pace(connectRate);
const instance = setting('instanceArn');
const log = makeLog({ function: 'sync-agents' });

export async function handler(): Promise<Copied> {
  try {
    const { agents: users, queues: all } = instanceOn(connect, instance, turn);
    const [agents, queues] = [await users(), await all()];
    const { arns, refused, ...quickConnects } = await keepQuickConnects(
      agents,
      { quickConnects: quickConnectsOn(connect, instance, setting('stage'), turn), links: linksOn(connect, turn) },
      { instance, flowArn: setting('agentTransferFlow'), queueArns: listSetting('queues') },
    );
    const records = agents.map((agent) => ({ ...agent, ...quickConnectOf(arns.get(agent.arn)) }));
    const copied = await copyAgents({ agents: records, queues }, directory);
    log.info('agents copied', { ...copied, quickConnects });
    if (refused.length > 0) log.warn('quick connects refused', { refused });
    // A name that is taken is free at the next run, when the one that has it is known; more places somebody must ask for.
    const left = refused.filter(({ why }) => why === 'too-many');
    if (left.length > 0) throw new Error(`the instance takes no more quick connects; ${left.length} agents have none`);
    return copied;
  } catch (fault) {
    log.error('agents not copied', { fault });
    throw fault;
  }
}

const quickConnectOf = (arn: string | undefined) => (arn === undefined ? {} : { quickConnectArn: arn });
