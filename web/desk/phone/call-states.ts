/**
 *                 accept              hold
 *    ringing ───────────────▶ talking ◀────▶ onHold
 *       │                      ▲   │ end       │ end        the customer may end it in any of these,
 *       │ decline, time out,   │   ▼           ▼            which leads where `end` leads
 *       │ caller gone          │  afterCallWork
 *       ▼                      │        │ clear
 *    missed ──clear──▶ idle ◀──┼────────┘
 *                              │
 *    dialling ─────────────────┘
 *       │ end, no answer
 *       ▼
 *    failed ──clear──▶ idle
 *
 * The states follow Connect's snapshots; this table only says what the agent may ask in each, and buttons, keys and
 * the telephone itself all read it.
 */
export const callActions = {
  ringing: ['accept', 'decline'],
  dialling: ['end', 'mute'],
  talking: ['hold', 'mute', 'end'],
  onHold: ['resume', 'mute', 'end'],
  afterCallWork: ['clear'],
  missed: ['clear'],
  failed: ['clear'],
} as const satisfies Record<string, readonly CallAction[]>;

export type CallState = keyof typeof callActions;
export type CallAction = 'accept' | 'decline' | 'end' | 'hold' | 'resume' | 'mute' | 'clear';

/** Whether this may be asked in this state; without a call nothing may. */
export function may(state: CallState | undefined, action: CallAction): boolean {
  const allowed: readonly CallAction[] = state === undefined ? [] : callActions[state];
  return allowed.includes(action);
}

/** Someone is, or may soon be, at the other end. */
export const isLive = (state: CallState | undefined): boolean =>
  state === 'ringing' || state === 'dialling' || state === 'talking' || state === 'onHold';
