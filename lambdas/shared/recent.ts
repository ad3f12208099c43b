/**
 * Asks at most once in so many milliseconds; whoever asks meanwhile gets the same answer, a refusal too.
 *
 * @param now Milliseconds of a clock that never goes back.
 */
export function recent<T>(
  ms: number,
  ask: () => Promise<T>,
  now: () => number = () => performance.now(),
): () => Promise<T> {
  let last: { answer: Promise<T>; at: number } | undefined;
  return () => {
    if (!last || now() - last.at >= ms) last = { answer: ask(), at: now() };
    return last.answer;
  };
}
