/**
 * A call out, from the click on a number to the dialling. Nothing is dialled without the desk's permit, and the agent
 * reads that the call is recorded before it connects.
 *
 *    In a call a number is looked up among those whom it can be handed to; after it, `on-call` says to clear it first.
 *
 *    choosing ──number──▶ asking ──permit──▶ permitted ──▶ the call itself
 *                           │ ▲                  │ refused by Connect
 *                 refusal   ▼ │ override         ▼
 *                        refused              (gone; the telephone says why)
 */
import { effect, signal } from '@preact/signals';
import type { CallPermission, ShownNumber, ShownPhone } from '../../domain/api.ts';
import { api, type Trouble } from './api.ts';
import { takeLead } from './leading-tab.ts';
import { setPresence } from './phone/act.ts';
import { type CallState, may } from './phone/call-states.ts';
import { dial } from './phone/dial.ts';
import { phone } from './phone/phone.ts';
import { openTransferTo } from './tool.ts';

/** Whom the number belongs to, where it was clicked. */
export interface Callee {
  id: string;
  name: string;
}

interface Out {
  number: ShownNumber;
  person?: Callee;
}
export type CallOut =
  | { step: 'choosing'; person: Callee; numbers: ShownPhone[] }
  | (Out & { step: 'on-call' | 'may-not' | 'asking' })
  | (Out & { step: 'refused'; refusal: Extract<CallPermission, { permitted: false }> })
  | (Out & { step: 'trouble'; trouble: Trouble })
  | (Out & { step: 'permitted'; permission: Extract<CallPermission, { permitted: true }>; at: number });

/** The call out that is prepared or under way; the call itself is in `phone`. */
export const callOut = signal<CallOut | undefined>(undefined);

export const cancelCallOut = (): void => {
  callOut.value = undefined;
};

/** One number is called, several are offered. */
export function callPerson(person: Callee, numbers: ShownPhone[]): void {
  const [first, ...more] = numbers.filter(({ dial }) => dial !== undefined);
  if (first === undefined) return;
  if (more.length === 0) void callNumber(first, person);
  else callOut.value = { step: 'choosing', person, numbers: [first, ...more] };
}

/**
 * Asks the desk for a permit; with one the number is dialled as soon as the telephone is ready. In a call the number is
 * offered as somebody to bring in. A tab that mirrors takes the lead: who calls from it works in it.
 */
export async function callNumber(number: ShownNumber, person?: Callee, reason?: string): Promise<void> {
  const out: Out = { number, person };
  takeLead();
  const { call } = phone.value;
  if (may(call?.state, 'transfer')) return openTransferTo(number.dial ?? number.display);
  if (call !== undefined) {
    callOut.value = { ...out, step: 'on-call' };
    return;
  }
  if (phone.value.agent?.mayDial === false) {
    callOut.value = { ...out, step: 'may-not' };
    return;
  }
  const asked: CallOut = { ...out, step: 'asking' };
  callOut.value = asked;
  const answer = await api.callPermission({
    number: number.dial ?? number.display,
    ...(person && { personId: person.id }),
    ...(reason !== undefined && { override: { reason } }),
  });
  // The agent may have thought better of it meanwhile.
  if (callOut.value !== asked) return;
  if (!answer.ok) callOut.value = { ...out, step: 'trouble', trouble: answer.trouble };
  else if (!answer.value.permitted) callOut.value = { ...out, step: 'refused', refusal: answer.value };
  else callOut.value = { ...out, step: 'permitted', permission: answer.value, at: Date.now() };
}

/** A permit that is older is asked for anew: it holds for minutes, but by the desk's clock, which may be another. */
const freshMs = 60_000;

/** What the agent had chosen before the dialling; Connect may change it when a dial fails [issues 241 and 567]. */
export let presenceBefore: string | undefined;
let dialled: CallOut | undefined;

async function dialNow(out: Extract<CallOut, { step: 'permitted' }>): Promise<void> {
  // A hidden page paints only when it is looked at again: by then the wish, or the permit, may be past.
  if (callOut.value !== out) return;
  if (Date.now() - out.at > freshMs) return callNumber(out.number, out.person);
  presenceBefore = phone.value.agent?.chosen;
  const answer = await dial(out.permission.dial);
  if (answer !== 'done' && callOut.value === out) callOut.value = undefined;
}

/** Dials once there is a permit and a telephone, and tidies up when the call is over. */
export function followCallOut(): void {
  let last: CallState | undefined;
  effect(() => {
    const { call, agent, ready, asked } = phone.value;
    const out = callOut.value;
    // What the agent chose since the dialling counts more than what was before.
    if (asked === 'presence' || agent?.next !== undefined) presenceBefore = undefined;
    if (call === undefined && last !== undefined) {
      if (last === 'failed' && presenceBefore !== undefined && presenceBefore !== agent?.chosen)
        void setPresence(presenceBefore);
      presenceBefore = undefined;
    }
    last = call?.state;
    // A frame is painted first: the notice is read before it rings.
    if (out?.step === 'permitted' && out !== dialled && ready && call === undefined) {
      dialled = out;
      requestAnimationFrame(() => void dialNow(out));
    }
    const waits = out?.step === 'on-call';
    if (waits && call === undefined) cancelCallOut();
    if (out && !waits && call !== undefined && (call.inbound || call.state !== 'dialling')) cancelCallOut();
  });
}
