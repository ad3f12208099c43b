/**
 * Keeps under a rate that a service allows: for each operation a bucket of `burst` calls that refills at `perSecond`.
 * Await it before each call, with the operation's name where the service counts each by itself.
 *
 * @param now Milliseconds of a clock that never goes back.
 */
export function pace(
  { perSecond, burst }: { perSecond: number; burst: number },
  now: () => number = () => performance.now(),
  sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): (operation?: string) => Promise<void> {
  const buckets = new Map<string, { left: number; filledAt: number }>();
  return async (operation = '') => {
    const at = now();
    const bucket = buckets.get(operation) ?? { left: burst, filledAt: at };
    const left = Math.min(burst, bucket.left + ((at - bucket.filledAt) * perSecond) / 1000) - 1;
    buckets.set(operation, { left, filledAt: at });
    if (left < 0) await sleep((-left * 1000) / perSecond);
  };
}

/**
 * What Connect allows for nearly every operation, of each by itself, per account and Region over all instances ("The
 * throttling limits are defined for each API separately at the AWS account level").
 */
export const connectRate = { perSecond: 2, burst: 5 };
