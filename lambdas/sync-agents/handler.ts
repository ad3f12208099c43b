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
import type { Copied } from './copy.ts';
import { syncAgents } from './sync-agents.ts';

const connect = connectClient();
const turn = pace(connectRate);
const instance = setting('instanceArn');
const ports = {
  directory: directoryOn(tableClient(), setting('directoryTable')),
  instance: instanceOn(connect, instance, turn),
  quickConnects: quickConnectsOn(connect, instance, setting('stage'), turn),
  links: linksOn(connect, turn),
};
const log = makeLog({ function: 'sync-agents' });

export async function handler(): Promise<Copied> {
  const place = { instance, flowArn: setting('agentTransferFlow'), queueArns: listSetting('queues') };
  try {
    const { copied, quickConnects, refused, failed } = await syncAgents(ports, place);
    log.info('agents copied', { ...copied, quickConnects });
    if (refused.length > 0) log.warn('quick connects refused', { refused });
    for (const { of, fault } of failed) log.error('quick connect not kept', { of, fault });
    if (failed.length > 0) throw new Error(`${failed.length} quick connects could not be kept`);
    // A name that is taken is free at the next run, when the one that has it is known; more places somebody must ask for.
    const left = refused.filter(({ why }) => why === 'too-many');
    if (left.length > 0) throw new Error(`the instance takes no more quick connects; ${left.length} agents have none`);
    return copied;
  } catch (fault) {
    log.error('agents not copied in full', { fault });
    throw fault;
  }
}
