/**
 * An agent's part in one contact, in the states that Streams shows for the contact.
 *
 *                 accepted             ended            cleared
 *     connecting ──────────▶ connected ──────▶ ended ───────────▶ (gone)
 *          │                    ▲                ▲                  ▲
 *          │                    │ answered       │ ended (given up) │ cleared
 *     incoming ─────────────▶ calling ───────────┘                  │
 *          │     accepted       │ unanswered, lineBusy, badNumber   │
 *          │                    ▼                                   │
 *          └─────────────────▶ error ───────────────────────────────┘
 *             missed, rejected, failed, customerLeft
 *
 * `calling`: the agent's own end is up and the customer's telephone rings. `incoming`: a callback is offered, nobody is
 * on the line yet. A voice contact that nobody took shows as `error`, not as `missed` or `rejected` [reported for voice
 * in several issues of amazon-connect-streams]; so does one whose caller gives up while it rings, and one whose customer
 * could not be reached [Streams' enums]. Only `ended` and `error` may be cleared [docs]. That a dialling which the agent
 * gives up leads to after-call work is a choice [assumed].
 */
export const agentLegs = {
  connecting: { accepted: 'connected', missed: 'error', rejected: 'error', failed: 'error', customerLeft: 'error' },
  incoming: { accepted: 'calling', missed: 'error', rejected: 'error', failed: 'error', customerLeft: 'error' },
  calling: {
    answered: 'connected',
    unanswered: 'error',
    lineBusy: 'error',
    badNumber: 'error',
    failed: 'error',
    ended: 'ended',
  },
  connected: { ended: 'ended' },
  ended: { cleared: 'gone' },
  error: { cleared: 'gone' },
  gone: {},
} as const;

export type LegState = keyof typeof agentLegs;
export type LegEvent =
  | 'accepted'
  | 'answered'
  | 'missed'
  | 'rejected'
  | 'failed'
  | 'customerLeft'
  | 'unanswered'
  | 'lineBusy'
  | 'badNumber'
  | 'ended'
  | 'cleared';

export function nextLeg(state: LegState, event: LegEvent): LegState | undefined {
  const row: Partial<Record<LegEvent, LegState>> = agentLegs[state];
  return row[event];
}

/** Neither over nor cleared: the agent is in it. */
export const isLive = (state: LegState) =>
  state === 'connecting' || state === 'incoming' || state === 'calling' || state === 'connected';

/**
 * Name of the agent's state after a leg that came to nothing [docs and Streams name the states; which event gives which:
 * assumed, but for the callback that shows as Default: reported].
 */
export function failureName(before: LegState, event: LegEvent): string {
  if (event === 'failed') return 'FailedConnectAgent';
  if (event === 'unanswered') return 'FailedConnectCustomer';
  if (event === 'lineBusy') return 'LineEngagedCustomer';
  if (event === 'badNumber') return 'BadAddressCustomer';
  return before === 'incoming' ? 'Default' : 'MissedCallAgent';
}
