/**
 * An agent's part in one contact, in the states that Streams shows for the contact.
 *
 *                 accepted             ended            cleared
 *     connecting ──────────▶ connected ──────▶ ended ───────────▶ (gone)
 *          │  missed, rejected, failed, customerLeft                ▲
 *          └─────────────────────────────────────────▶ error ───────┘ cleared
 *
 * A voice contact that nobody took shows as `error`, not as `missed` or `rejected` [reported for voice in several
 * issues of amazon-connect-streams]; so does one whose caller gives up while it rings. Only `ended` and `error` may be
 * cleared [docs].
 */
export const agentLegs = {
  connecting: { accepted: 'connected', missed: 'error', rejected: 'error', failed: 'error', customerLeft: 'error' },
  connected: { ended: 'ended' },
  ended: { cleared: 'gone' },
  error: { cleared: 'gone' },
  gone: {},
} as const;

export type LegState = keyof typeof agentLegs;
export type LegEvent = 'accepted' | 'missed' | 'rejected' | 'failed' | 'customerLeft' | 'ended' | 'cleared';

export function nextLeg(state: LegState, event: LegEvent): LegState | undefined {
  const row: Partial<Record<LegEvent, LegState>> = agentLegs[state];
  return row[event];
}

/** Name of the agent's state after a ring that came to nothing [docs name the states; which ring gives which: assumed]. */
export const failureName = (event: LegEvent) => (event === 'failed' ? 'FailedConnectAgent' : 'MissedCallAgent');
