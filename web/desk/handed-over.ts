/**
 * A customer who was handed over without a word: the agent leaves as soon as the other side is called, and reads
 * afterwards what became of it. The record tells, because nothing of it reaches this agent's telephone.
 */
import { effect, signal } from '@preact/signals';
import type { InteractionPage } from '../../domain/api.ts';
import { interactionPages } from './calls.ts';
import { act } from './phone/act.ts';
import { bringIn, type Target } from './phone/dial.ts';
import { phone, updatePhone } from './phone/phone.ts';

export interface HandedOver {
  interactionId: string;
  /** The contact that this agent had. */
  contactId: string;
  who: string;
  /** An agent: then any other queue than the agent's own means that the agent did not come. */
  toAgent: boolean;
}
export type Fate = { fate: 'waiting' | 'taken' | 'lost'; who: string } | { fate: 'back'; queue: string };

const key = 'deskline.handed-over';
const stored = (): HandedOver | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Kept over a reload, until the next call. */
export const handedOver = signal<HandedOver | undefined>(undefined);

export function setHandedOver(value: HandedOver | undefined): void {
  handedOver.value = value;
  if (value === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(value));
}

/** From the record of the conversation to what became of the customer after `contactId`. */
export function fateOf({ contactId, who, toAgent }: HandedOver, page: Pick<InteractionPage, 'legs'> | undefined): Fate {
  const begun = page?.legs.findIndex((leg) => leg.contactId === contactId) ?? -1;
  const later = begun < 0 ? [] : (page?.legs ?? []).slice(begun + 1);
  const taken = later.findLast((leg) => leg.connectedAt !== undefined && leg.agentArn !== undefined);
  if (taken !== undefined) return { fate: 'taken', who: taken.agentName ?? who };
  if (later.length > 0 && later.every((leg) => leg.endedAt !== undefined)) return { fate: 'lost', who };
  const waits = later.findLast((leg) => leg.endedAt === undefined)?.queueArn;
  const queue = later.findLast((leg) => leg.queueArn === waits)?.queueName;
  if (toAgent && waits !== undefined && !ofAnAgent(waits)) return { fate: 'back', queue: queue ?? '' };
  return { fate: 'waiting', who };
}

/** An agent's own queue, where a contact waits for this agent alone. */
const ofAnAgent = (queueArn: string) => queueArn.includes('/queue/agent/');

/** Longest wait for the other side's leg to show, before the agent may leave. */
const legLimitMs = 5_000;

/** Resolves when a third party is called, or after the limit. */
const thirdCalled = () =>
  new Promise<boolean>((resolve) => {
    const end = (there: boolean) => {
      clearTimeout(limit);
      queueMicrotask(() => stop());
      resolve(there);
    };
    const limit = setTimeout(() => end(false), legLimitMs);
    const stop = effect(() => {
      if (phone.value.call?.third !== undefined) end(true);
    });
  });

/** Calls the other side and leaves at once. */
export async function handOver(target: Target): Promise<void> {
  const { call } = phone.value;
  if (call === undefined || (await bringIn(target)) !== 'done') return;
  if (await thirdCalled()) await leave(true);
  else updatePhone({ refusal: { action: 'leave', reason: 'no-answer' } });
}

/**
 * Leaves the call to the others; while the third party still rings, what becomes of it is watched. Without a word it is
 * watched in any case: an agent's leg may read as connected before the agent answers [issue 696].
 */
export async function leave(unspoken = false): Promise<void> {
  const { call } = phone.value;
  const third = call?.third;
  if (call === undefined || third === undefined) return;
  const waits = unspoken || call.state === 'calling';
  if ((await act('leave')) !== 'done' || !waits) return;
  const { interactionId, contactId } = call;
  setHandedOver({ interactionId, contactId, who: third.name ?? third.number ?? '', toAgent: third.kind === 'agent' });
}

const lookMs = 3_000;

/** Looks at the record until the customer is served or gone; a new call ends the interest. */
export function followHandedOver(): void {
  handedOver.value = stored();
  effect(() => {
    const watched = handedOver.value;
    const { call } = phone.value;
    if (watched !== undefined && call !== undefined && call.contactId !== watched.contactId) setHandedOver(undefined);
  });
  setInterval(() => {
    const watched = handedOver.value;
    if (watched === undefined) return;
    const { fate } = fateOf(watched, interactionPages.of(watched.interactionId).peek().value);
    if (fate === 'waiting' || fate === 'back') void interactionPages.reload(watched.interactionId);
  }, lookMs);
}
