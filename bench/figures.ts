/** The value below which `share` (0–1) of the numbers lie; the nearest rank. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no numbers to take a percentile of');
  return value;
}

export const median = (numbers: number[]): number => percentile(numbers, 0.5);
