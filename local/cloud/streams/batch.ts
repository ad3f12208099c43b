import type { StreamRecord } from './streams.ts';

/** Records that a function is given at once, in their order. */
export interface Batch {
  records: StreamRecord[];
  /** How often exactly these were tried and failed. */
  failures: number;
}

/** How a mapping goes about failures (AWS::Lambda::EventSourceMapping). */
export interface RetrySettings {
  bisect: boolean;
  /** Whether the function's answer tells which record failed. */
  partial: boolean;
  /** Without end when absent. */
  retries?: number;
}

/** How a run of the function went. */
export type Run = { ok: true; answer: unknown } | { ok: false; message: string };

export interface After {
  /** To be tried before anything that came later, in this order. */
  again: Batch[];
  /** Given up, and why. */
  dropped?: { records: StreamRecord[]; failures: number; why: string };
  /** Whether to wait before the next try. */
  pause: boolean;
}

/**
 * What becomes of a batch after a run [docs]. All of it is done, unless the run failed or its answer names failures: then
 * everything from the first failed record on is tried again, so that no record overtakes another. With bisecting, a
 * batch that failed as a whole is tried in halves, which does not count as a retry.
 */
export function afterRun({ records, failures }: Batch, run: Run, settings: RetrySettings): After {
  const failed = run.ok ? firstFailed(records, settings.partial ? run.answer : undefined) : 0;
  if (failed === undefined) return { again: [], pause: false };
  if (failed > 0) return { again: [{ records: records.slice(failed), failures: 1 }], pause: true };
  if (!run.ok && settings.bisect && records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    const halves = [records.slice(0, middle), records.slice(middle)];
    return { again: halves.map((half) => ({ records: half, failures })), pause: false };
  }
  if (settings.retries !== undefined && failures >= settings.retries) {
    const why = run.ok ? 'the function named it as failed' : run.message;
    return { again: [], dropped: { records, failures: failures + 1, why }, pause: false };
  }
  return { again: [{ records, failures: failures + 1 }], pause: true };
}

/** Index of the first record that the answer names; 0 for an answer that names none of the batch [docs]; undefined: all is well. */
function firstFailed(records: StreamRecord[], answer: unknown): number | undefined {
  if (answer === undefined || answer === null) return undefined;
  const { batchItemFailures } = Object(answer);
  if (batchItemFailures === undefined || batchItemFailures === null) return undefined;
  if (!Array.isArray(batchItemFailures)) return 0;
  if (batchItemFailures.length === 0) return undefined;
  const named = batchItemFailures.map((failure) => Object(failure).itemIdentifier);
  const places = named.map((id) => records.findIndex(({ sequenceNumber }) => sequenceNumber === id));
  return places.includes(-1) ? 0 : Math.min(...places);
}
