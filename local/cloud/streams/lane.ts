import type { Clock } from '../../ports.ts';
import { afterRun, type Batch, type RetrySettings, type Run } from './batch.ts';
import type { Reader, StreamRecord } from './streams.ts';

export interface LaneSettings extends RetrySettings {
  batchSize: number;
  /** Ms that a batch may be gathered for before it is handed over. */
  windowMs: number;
  /** Ms after which a record is not tried again; never when absent. */
  maxAgeMs?: number;
}

/** Ms before the next try: AWS only says that it backs off exponentially [assumed: from one second to one minute]. */
const backOff = (failures: number) => Math.min(60_000, 1000 * 2 ** (failures - 1));

/** Records in their order, one batch at a time: one shard, or one part of it, as Lambda reads it. */
export function createLane(
  clock: Clock,
  settings: LaneSettings,
  run: (records: StreamRecord[]) => Promise<Run>,
  giveUp: (records: StreamRecord[], failures: number, why: string) => void,
): Reader {
  const came: StreamRecord[] = [];
  const again: Batch[] = [];
  let working: Promise<void> | undefined;
  let stopWaiting: (() => void) | undefined;
  let paused = false;

  const waitFor = (ms: number) => {
    stopWaiting ??= clock.after(ms, () => {
      stopWaiting = undefined;
      paused = false;
      start(true);
    });
  };
  const start = (windowOver = false) => {
    if (working || paused) return;
    if (again.length === 0) {
      if (came.length === 0) return;
      if (!windowOver && came.length < settings.batchSize && settings.windowMs > 0) return waitFor(settings.windowMs);
    }
    stopWaiting?.();
    stopWaiting = undefined;
    working = turn().finally(() => {
      working = undefined;
      start();
    });
  };
  const turn = async () => {
    const batch = again.shift() ?? { records: came.splice(0, settings.batchSize), failures: 0 };
    const oldest = settings.maxAgeMs === undefined ? Number.NEGATIVE_INFINITY : clock.now() - settings.maxAgeMs;
    const old = batch.records.filter(({ arrivedAt }) => arrivedAt < oldest);
    if (old.length) giveUp(old, batch.failures, 'the record is older than the mapping allows');
    const records = batch.records.filter(({ arrivedAt }) => arrivedAt >= oldest);
    if (!records.length) return;
    const after = afterRun({ ...batch, records }, await run(records), settings);
    if (after.dropped) giveUp(after.dropped.records, after.dropped.failures, after.dropped.why);
    again.unshift(...after.again);
    if (after.pause) {
      paused = true;
      waitFor(backOff(after.again[0]?.failures ?? 1));
    }
  };
  return {
    take(record) {
      came.push(record);
      start();
    },
    busy: () => working !== undefined,
    async idle() {
      while (working) await working;
    },
  };
}
