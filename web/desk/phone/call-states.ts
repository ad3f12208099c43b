/**
 *                 accept              hold
 *    ringing ───────────────▶ talking ◀────▶ onHold
 *       │                      ▲   │             │
 *       │ decline, time out,   │   │ transfer    │ transfer         `drop`, a refusal, nobody there: back to onHold
 *       │ caller gone          │   ▼             ▼
 *       ▼                      │  calling ──answered──▶ consulting ◀──swap──▶ swapped
 *    missed ──clear──▶ idle    │     │                      │  ▲                 │
 *                              │     │                 join │  │ hold            │ join
 *    dialling ──answered───────┘     │                      ▼  │                 ▼
 *       │ end, no answer             │                   conference ◀────────────┘
 *       ▼                            │ leave                │ leave
 *    failed ──clear──▶ idle          ▼                      ▼
 *                              afterCallWork ──clear──▶ idle      `end`, and a customer who hangs up, lead here too
 *
 * In `calling`, `consulting` and `bothHeld` the customer is on hold; in `swapped` the third party is. The states follow
 * Connect's snapshots; this table only says what the agent may ask in each, and buttons, keys and the telephone itself
 * all read it.
 */
export const callActions = {
  ringing: ['accept', 'decline'],
  dialling: ['end', 'mute'],
  talking: ['hold', 'mute', 'transfer', 'pad', 'end'],
  onHold: ['resume', 'mute', 'transfer', 'end'],
  calling: ['drop', 'mute', 'leave'],
  consulting: ['conference', 'swap', 'leave', 'drop', 'mute', 'pad'],
  swapped: ['conference', 'swap', 'leave', 'drop', 'mute', 'pad'],
  conference: ['leave', 'drop', 'hold', 'mute', 'pad'],
  bothHeld: ['conference', 'leave', 'drop', 'mute'],
  afterCallWork: ['clear'],
  missed: ['clear'],
  failed: ['clear'],
} as const satisfies Record<string, readonly (CallAction | CallTool)[]>;

export type CallState = keyof typeof callActions;
export type CallAction =
  | 'accept'
  | 'decline'
  | 'end'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'clear'
  /** Ends the third party's part. */
  | 'drop'
  /** Changes who is on hold, customer or third party. */
  | 'swap'
  /** All three talk. */
  | 'conference'
  /** The agent goes; customer and third party stay together. */
  | 'leave';
/** What opens on the page and asks nothing of the call by itself. */
export type CallTool = 'transfer' | 'pad';

/** What brings a customer and a third party together or apart: with the customer gone there are two, and nothing to ask. */
const ofThree: readonly (CallAction | CallTool)[] = ['conference', 'swap'];

/** Whether this may be asked of this call. */
export const mayAsk = (call: { state: CallState; customerThere: boolean }, action: CallAction | CallTool): boolean =>
  may(call.state, action) && (call.customerThere || !ofThree.includes(action));

/** Whether this may be asked in this state; without a call nothing may. */
export function may(state: CallState | undefined, action: CallAction | CallTool): boolean {
  const allowed: readonly (CallAction | CallTool)[] = state === undefined ? [] : callActions[state];
  return allowed.includes(action);
}

const finished: readonly CallState[] = ['afterCallWork', 'missed', 'failed'];
const customerHeldIn: readonly CallState[] = ['onHold', 'calling', 'consulting', 'bothHeld'];

/** Someone is, or may soon be, at the other end. */
export const isLive = (state: CallState | undefined): boolean => state !== undefined && !finished.includes(state);

/** The customer, if still there, hears the hold flow. */
export const holdsCustomer = (state: CallState | undefined): boolean =>
  state !== undefined && customerHeldIn.includes(state);

/** The agent can speak and be heard. */
export const isTalking = (state: CallState | undefined): boolean =>
  isLive(state) && state !== 'ringing' && state !== 'dialling';
