import * as z from 'zod/mini';
import { type ContactEvent, contactEvent } from './contact-event.ts';
import type { ContactFact } from './facts.ts';
import { isOutbound } from './outcomes.ts';

export type Heard =
  | { ok: true; fact: ContactFact }
  /** Chats, tasks and e-mails have contacts too; `other-instance`: the bus is shared by all of an account. */
  | { ok: false; reason: 'not-a-call' | 'other-instance' }
  /** Not as Connect documents it: `message` names the field. */
  | { ok: false; reason: 'unreadable'; message: string };

/**
 * What a contact event of this instance says. Each event carries the contact as it was known then, so an event type
 * that we have never heard of is a fact like any other.
 *
 * @param event As EventBridge delivers it.
 */
export function factFromEvent(event: unknown, instanceArn: string): Heard {
  const parsed = z.safeParse(contactEvent, event);
  if (!parsed.success) return { ok: false, reason: 'unreadable', message: faults(parsed.error) };
  const { detail, time } = parsed.data;
  if (detail.instanceArn !== instanceArn) return { ok: false, reason: 'other-instance' };
  if (detail.channel && detail.channel.toUpperCase() !== 'VOICE') return { ok: false, reason: 'not-a-call' };
  if (time === undefined)
    return { ok: false, reason: 'unreadable', message: 'time: the event says not when it was sent' };

  const { contactId, eventType, queueInfo, agentInfo, disconnectReason } = detail;
  return {
    ok: true,
    fact: known({
      source: 'contact-event',
      kind: eventType,
      at: time,
      contactId,
      interactionId: detail.initialContactId || contactId,
      previousContactId: detail.previousContactId === contactId ? undefined : detail.previousContactId,
      channel: detail.channel?.toUpperCase(),
      method: detail.initiationMethod?.toUpperCase(),
      startedAt: detail.initiationTimestamp,
      connectedToSystemAt: detail.connectedToSystemTimestamp,
      endedAt: detail.disconnectTimestamp,
      queueArn: queueInfo?.queueArn,
      enqueuedAt: queueInfo?.enqueueTimestamp,
      agentArn: agentInfo?.agentArn,
      connectedAt: agentInfo?.connectedToAgentTimestamp,
      afterCallWorkStartedAt: agentInfo?.afterContactWorkStartTimestamp,
      afterCallWorkEndedAt: agentInfo?.afterContactWorkEndTimestamp,
      reason: typeof disconnectReason === 'string' ? disconnectReason : disconnectReason?.code,
      ...numbers(detail),
    }),
  };
}

/** Who dialled whom: the customer's end is the called one when we called. */
function numbers(detail: ContactEvent['detail']): { callerNumber?: string; dialledNumber?: string } {
  const tagged = detail.tags?.['aws:connect:systemEndpoint'];
  const ours = detail.systemEndpoint?.address || (typeof tagged === 'string' ? tagged.slice(0, 256) : undefined);
  const theirs = detail.customerEndpoint?.address ?? undefined;
  return isOutbound(detail.initiationMethod?.toUpperCase())
    ? { callerNumber: ours, dialledNumber: theirs }
    : { callerNumber: theirs, dialledNumber: ours };
}

type Said = { [K in keyof ContactFact]: ContactFact[K] | null };

/** Without what the event leaves open. */
function known(fact: Said): ContactFact {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value)) as unknown as ContactFact;
}

function faults(error: z.core.$ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`).join('; ');
}
