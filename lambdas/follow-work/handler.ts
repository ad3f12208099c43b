/**
 * Lets systems that give agents other work keep calls away from them: EventBridge hands it their 'Agent Work Changed'
 * events, from any source but ours, at least once and in no order. Nobody waits for its answer.
 * If it fails, an agent who works on a case is handed calls, or one who has finished is handed none; the event comes
 * again and is kept in the dead-letter queue at last. An event that cannot be read, or whose agent nobody knows, is
 * logged and done with: another system's mistake is not mended by trying again.
 */
import { hearWork } from '../../domain/presence/work.ts';
import { connectClient } from '../shared/adapters/connect.ts';
import { directoryOn } from '../shared/adapters/directory.ts';
import { agentWorksOn } from '../shared/adapters/presences.ts';
import { statusesOn } from '../shared/adapters/statuses.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { followWork } from './follow-work.ts';

const log = makeLog({ function: 'follow-work' });
const table = tableClient();
const ports = {
  directory: directoryOn(table, setting('directoryTable')),
  works: agentWorksOn(table, setting('directoryTable')),
  statuses: statusesOn(connectClient(), setting('instanceArn')),
};

export async function handler(event: unknown): Promise<void> {
  const heard = hearWork(event, new Date());
  if (!heard.ok) {
    log.warn('work event cannot be read', { reason: heard.message });
    return;
  }
  const { username, work } = heard;
  const followed = await followWork(username, work, ports);
  const wrong = 'leave' in followed && ['unknown-agent', 'no-such-status'].includes(followed.leave);
  // What it is stays out of the log: another system wrote it, and it may name a person.
  const said = { by: work.by, busy: work.busyWith !== undefined };
  log[wrong ? 'warn' : 'info']('work followed', { username, ...said, ...followed });
}
