/**
 * Keeps how each agent is. Lambda hands it batches of the agent event stream's records: in order for one agent as a
 * rule, each at least once. Nobody waits for its answer.
 * What could not be kept is named in the answer and comes again; after some attempts it is left in the dead-letter
 * queue. Then other systems and the list of agents show a presence that is behind, until the agent's next event.
 */
import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { hear } from '../../domain/presence/hear.ts';
import { announcementsOn } from '../shared/adapters/announcements.ts';
import { presencesOn } from '../shared/adapters/presences.ts';
import { tableClient } from '../shared/adapters/table.ts';
import { setting } from '../shared/env.ts';
import { makeLog } from '../shared/log.ts';
import { dataOf } from './data-of.ts';
import { trackPresence } from './track-presence.ts';

const log = makeLog({ function: 'track-presence' });
const instanceArn = setting('instanceArn');
const ports = { presences: presencesOn(tableClient(), setting('directoryTable')), announcements: announcementsOn() };

export async function handler({ Records }: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> {
  const failed: string[] = [];
  // All are tried, one after the other: Lambda sends again from the first failure on, and doing that twice harms nothing.
  for (const { kinesis } of Records) {
    try {
      await one(kinesis.data);
    } catch (fault) {
      log.error('agent event not kept', { fault, sequenceNumber: kinesis.sequenceNumber });
      failed.push(kinesis.sequenceNumber);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function one(data: string): Promise<void> {
  const result = hear(dataOf(data), instanceArn);
  if (!result.ok) {
    // Connect's events are no longer as documented: every agent would stay as they are, so this must wake somebody.
    if (result.reason === 'unreadable') throw new Error(`agent event cannot be read: ${result.message}`);
    return;
  }
  const { username, presence } = result.heard;
  const tracked = await trackPresence(result.heard, ports);
  if (tracked === 'changed') log.info('presence changed', { username, presence });
}
