import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { LineEvent } from '../types.ts';
import { followCall } from './api.ts';
import { emptyLine, type LineState, withEvent } from './line-state.ts';

/** How often timers on the screen move. */
const tickMs = 200;

/** An event that is older than this when it arrives was sent again after a reload; it is not news. */
const newsMs = 1000;

/**
 * Follows a call: its state, the instance's time now, and whether the stream is broken. `onNews` hears each event as it
 * happens, not those of before a reload.
 */
export function useLine(
  contactId: string,
  onNews: (event: LineEvent) => void,
  onGone: () => void,
): { line: LineState; now: number; lost: boolean } {
  const [line, add] = useReducer(withEvent, emptyLine);
  const [lost, setLost] = useState(false);
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const ahead = useRef(0);
  const ended = line.phase === 'ended';

  useEffect(
    () =>
      followCall(contactId, {
        event(event, now) {
          ahead.current = now - Date.now();
          setLost(false);
          add(event);
          if (now - event.at < newsMs) onNews(event);
        },
        lost: () => setLost(true),
        gone: onGone,
      }),
    [contactId],
  );
  useEffect(() => {
    if (ended) return undefined;
    const timer = setInterval(() => tick(undefined), tickMs);
    return () => clearInterval(timer);
  }, [ended]);

  return { line, now: Date.now() + ahead.current, lost };
}
