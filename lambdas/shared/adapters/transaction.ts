/** Whether a transaction was refused because a condition did not hold or another one held an item; nothing was written. */
export function isCancelled(thrown: unknown): boolean {
  const reasons = (thrown as { CancellationReasons?: { Code?: string }[] } | undefined)?.CancellationReasons;
  if (!(thrown instanceof Error) || thrown.name !== 'TransactionCanceledException' || !reasons) return false;
  const harmless = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
  return reasons.every(({ Code = 'None' }) => harmless.includes(Code));
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
