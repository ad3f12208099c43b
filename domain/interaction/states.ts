import type { InteractionOutcome, InteractionState } from './types.ts';

/** The course of a conversation, as far as it is known: all that its state depends on. Times are ISO 8601. */
export interface Course {
  direction: 'inbound' | 'outbound';
  startedAt: string;
  /** When an agent first had it. */
  answeredAt?: string;
  /** When its last leg ended; absent while one of them goes on. */
  endedAt?: string;
  /** Why it closed; present exactly when it ended. */
  outcome?: InteractionOutcome;
}

/**
 *     inbound                                              outbound
 *        │ in the flow, then waiting in a queue               │ from its start
 *        ▼                 an agent has it                    ▼
 *      New ────────────────────────────────────────▶ Work in Progress ◀─┐ transferred, also to a queue
 *        │                                                 │       └────┘
 *        └───────────────────┬─────────────────────────────┘
 *              its last leg has ended
 *           ┌────────────────┴─────────────────┐
 *           ▼ served, or left before a queue   ▼ left while waiting
 *     Closed Complete                    Closed Abandoned
 *
 * Each row says when the state was entered. The last row entered is the state, so nothing ever leads back to New, and a
 * state that a later fact implies stands in the history at its own time.
 */
export const stateTable: readonly { state: InteractionState; entered: (course: Course) => string | undefined }[] = [
  { state: 'New', entered: (it) => (it.direction === 'inbound' ? it.startedAt : undefined) },
  { state: 'Work in Progress', entered: (it) => (it.direction === 'outbound' ? it.startedAt : it.answeredAt) },
  { state: 'Closed Complete', entered: (it) => (it.outcome === 'Abandoned' ? undefined : it.endedAt) },
  { state: 'Closed Abandoned', entered: (it) => (it.outcome === 'Abandoned' ? it.endedAt : undefined) },
];

/** The states of this course with the time at which each was entered, oldest first; the last is the present one. */
export function historyOf(course: Course): { state: InteractionState; at: string }[] {
  return stateTable.flatMap(({ state, entered }) => {
    const at = entered(course);
    return at === undefined ? [] : [{ state, at }];
  });
}
