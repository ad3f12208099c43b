import * as z from 'zod/mini';
import { setting } from './env.ts';

/** How it is in a queue: callers who wait, for how long the first has, and agents who could take a call at once. */
export interface QueueFigures {
  waiting: number;
  longestWaitSeconds: number;
  available: number;
}

/** Connect leaves such a queue out. */
export const nobodyThere: QueueFigures = { waiting: 0, longestWaitSeconds: 0, available: 0 };

export interface LiveFigures {
  /** ISO 8601: when Connect took them. */
  asOf: string;
  /** By the queue's ARN; a queue in which nobody waits and nobody works may be missing. */
  byQueue: Map<string, QueueFigures>;
}

const transfers = z.array(z.object({ arn: z.string(), name: z.string(), queue: z.string() }));

/** A quick connect to a queue; `queue` is that queue's ARN. */
export type QueueTransfer = z.infer<typeof transfers>[number];

/** Throws when the deployment's variable does not hold them. */
export const queueTransfers = (): QueueTransfer[] => transfers.parse(JSON.parse(setting('queueTransfers')));
