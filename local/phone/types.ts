import type { Call, CallEvent, CallPhase } from '../connect/types.ts';

/** Somebody whom the caller's page offers to call as. */
export interface Caller {
  name: string;
  /** As a network delivers it: E.164, e.g. `+12125550123`. */
  number: string;
}

/** What the caller's page needs before a call. */
export interface PhoneBook {
  people: Caller[];
  /** Numbers that can be dialled, E.164. */
  numbers: string[];
}

/** What happened on the caller's line, oldest first. */
export type LineEvent =
  | Exclude<CallEvent, { kind: 'phase' }>
  /** `agent` is set while one is on the line, `endedBy` at the end. */
  | { kind: 'phase'; at: number; phase: CallPhase; agent?: string; endedBy?: Call['endedBy'] }
  | { kind: 'pressed'; at: number; key: string }
  /** First of all, for a call that this page placed. */
  | { kind: 'dialled'; at: number; from: string; to: string };

/** One message of a call's event stream. */
export interface LineMessage {
  event: LineEvent;
  /** Epoch ms of the instance's clock when this was sent: the page's own clock may differ. */
  now: number;
}
