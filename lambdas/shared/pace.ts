/**
 * Keeps under a rate that a service allows: a bucket of `burst` calls that refills at `perSecond`. Await it before each
 * call.
 *
 * @param now Milliseconds of a clock that never goes back.
 */
export function pace(
  { perSecond, burst }: { perSecond: number; burst: number },
  now: () => number = () => performance.now(),
  sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): () => Promise<void> {
  let left = burst;
  let filledAt = now();
  return async () => {
    const at = now();
    left = Math.min(burst, left + ((at - filledAt) * perSecond) / 1000) - 1;
    filledAt = at;
    if (left < 0) await sleep((-left * 1000) / perSecond);
  };
}

/** What Connect allows for nearly every operation, per account and Region over all instances. */
export const connectRate = { perSecond: 2, burst: 5 };
