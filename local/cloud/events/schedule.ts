const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Milliseconds between two runs of a rule's `rate(…)`. Throws for `cron(…)`, which is not emulated, and for anything
 * else that EventBridge does not take.
 */
export function rateOf(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression.trim()) ?? [];
  if (!count || !unit) throw new Error(`not emulated: the schedule ${expression}; only rate(…) is`);
  return Number(count) * units[unit as keyof typeof units];
}
