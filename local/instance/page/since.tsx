import { duration } from '../../phone/page/words.ts';

/** How long it has been so. */
export function Since({ at, now }: { at: number; now: number }) {
  return <time>{duration(now - at)}</time>;
}
