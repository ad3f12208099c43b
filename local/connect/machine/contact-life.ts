import type { CallPhase } from '../types.ts';

/**
 * What can become of a contact.
 *
 *               enqueued         offered            accepted             joined            agentLeft
 *     inFlow ───────────▶ queued ───────▶ ringing ──────────▶ whispering ───────▶ talking ──────────▶ remaining
 *                          ▲  ▲ ◀─────────   │                    │                  ▲
 *                 enqueued │  │   notTaken   │ dialled            │ agentLeft        │ answered
 *                          │  └──────────────┼────────────────────┘                  │
 *     scheduled ───────────┘                 └─────────▶ dialling ───────────────────┘
 *         ▲                  unreached                      │
 *         └─────────────────────────────────────────────────┘
 *     From each of them `ended` leads to the end.
 *
 * `notTaken` is a missed, rejected or failed ring: the contact stays queued and goes to the next agent [docs: the agent
 * event stream shows MISSED, no contact event]. `whispering`: the agent has accepted and hears the agent whisper, the
 * caller still hears the queue flow, then the customer whisper; an agent who leaves now puts the contact back into the
 * queue [docs]. `remaining`: the agent is gone and the disconnect flow speaks to the caller [docs]. `dialling`: the
 * telephone of the person whom we call rings; a contact of a call out begins so, a callback after an agent accepted it.
 * `scheduled`: a callback before its first delay is over; one that reached nobody comes back to it [docs]. A contact whose
 * customer goes on in another one, after a transfer, has ended.
 */
export const contactLives = {
  inFlow: { enqueued: 'queued', ended: 'ended' },
  scheduled: { enqueued: 'queued', ended: 'ended' },
  queued: { offered: 'ringing', ended: 'ended' },
  ringing: { accepted: 'whispering', dialled: 'dialling', notTaken: 'queued', ended: 'ended' },
  whispering: { joined: 'talking', agentLeft: 'queued', ended: 'ended' },
  dialling: { answered: 'talking', unreached: 'scheduled', ended: 'ended' },
  talking: { agentLeft: 'remaining', ended: 'ended' },
  remaining: { ended: 'ended' },
  ended: {},
} as const;

export type ContactLife = keyof typeof contactLives;
export type ContactLifeEvent =
  | 'enqueued'
  | 'offered'
  | 'accepted'
  | 'dialled'
  | 'answered'
  | 'unreached'
  | 'notTaken'
  | 'joined'
  | 'agentLeft'
  | 'ended';

/** What the contact is after `event`; undefined when the event cannot happen to it now. */
export function nextLife(life: ContactLife, event: ContactLifeEvent): ContactLife | undefined {
  const row: Partial<Record<ContactLifeEvent, ContactLife>> = contactLives[life];
  return row[event];
}

/** In a queue for capacity and metrics: until an agent and the caller are joined. */
export const waits = (life: ContactLife) => life === 'queued' || life === 'ringing' || life === 'whispering';

/**
 * Where a person is whose line is in the contact, in the words of the caller's page. Somebody who called us and is led
 * on to a number that is being dialled hears it ring.
 */
export function phaseOf(life: ContactLife, onHold: boolean, direction: 'inbound' | 'outbound'): CallPhase {
  if (life === 'talking') return onHold ? 'onHold' : 'talking';
  if (life === 'whispering') return 'ringing';
  if (life === 'queued' || life === 'scheduled') return 'queue';
  if (life === 'inFlow' || life === 'remaining') return 'flow';
  if (life === 'dialling') return direction === 'inbound' ? 'ringing' : 'dialling';
  return life;
}
