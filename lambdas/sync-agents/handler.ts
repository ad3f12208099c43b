/**
 * Called on a schedule, and by desk-api when somebody signs in whom the directory does not know.
 * Given nothing that matters; the instance is a setting.
 * If it fails, agents and queues that are new or renamed in Connect appear in lists without their name until the next run.
 * It may take minutes: Connect allows two calls a second for the whole account.
 */
import { connectClient, instanceOn } from '../shared/adapters/connect.ts';
import { directoryOn } from '../shared/adapters/directory.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { type Copied, copyAgents } from './copy.ts';

const tables = tableClient();
const connect = connectClient();
const log = makeLog({ function: 'sync-agents' });

export async function handler(): Promise<Copied> {
  try {
    const instance = instanceOn(connect, setting('instanceArn'));
    const copied = await copyAgents(instance, directoryOn(tables, setting('directoryTable')));
    log.info('agents copied', { ...copied });
    return copied;
  } catch (fault) {
    log.error('agents not copied', { fault });
    throw fault;
  }
}
