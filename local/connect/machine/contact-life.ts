import type { CallPhase } from '../types.ts';

/**
 * What can become of a customer's call.
 *
 *              enqueued           offered            accepted             joined            agentLeft
 *     inFlow ───────────▶ queued ─────────▶ ringing ──────────▶ whispering ───────▶ talking ──────────▶ remaining
 *       │                   │  ◀───────────   │                     │  │               │                   │
 *       │                   │    notTaken     │       agentLeft     │  │               │                   │
 *       │                   │  ◀────────────────────────────────────┘  │               │                   │
 *       ▼ ended             ▼ ended           ▼ ended                  ▼ ended         ▼ ended             ▼ ended
 *     ended              ended             ended                     ended           ended               ended
 *
 * `notTaken` is a missed, rejected or failed ring: the contact stays queued and goes to the next agent [docs: the agent
 * event stream shows MISSED, no contact event]. `whispering`: the agent has accepted and hears the agent whisper, the
 * caller still hears the queue flow, then the customer whisper; an agent who leaves now puts the contact back into the
 * queue [docs]. `remaining`: the agent is gone and the disconnect flow speaks to the caller [docs].
 */
export const contactLives = {
  inFlow: { enqueued: 'queued', ended: 'ended' },
  queued: { offered: 'ringing', ended: 'ended' },
  ringing: { accepted: 'whispering', notTaken: 'queued', ended: 'ended' },
  whispering: { joined: 'talking', agentLeft: 'queued', ended: 'ended' },
  talking: { agentLeft: 'remaining', ended: 'ended' },
  remaining: { ended: 'ended' },
  ended: {},
} as const;

export type ContactLife = keyof typeof contactLives;
export type ContactLifeEvent = 'enqueued' | 'offered' | 'accepted' | 'notTaken' | 'joined' | 'agentLeft' | 'ended';

/** What the contact is after `event`; undefined when the event cannot happen to it now. */
export function nextLife(life: ContactLife, event: ContactLifeEvent): ContactLife | undefined {
  const row: Partial<Record<ContactLifeEvent, ContactLife>> = contactLives[life];
  return row[event];
}

/** In a queue for capacity and metrics: until an agent and the caller are joined. */
export const waits = (life: ContactLife) => life === 'queued' || life === 'ringing' || life === 'whispering';

/** Where the caller is, in the words of the caller's page. */
export function phaseOf(life: ContactLife, onHold: boolean): CallPhase {
  if (life === 'talking') return onHold ? 'onHold' : 'talking';
  if (life === 'whispering') return 'ringing';
  if (life === 'queued') return 'queue';
  if (life === 'inFlow' || life === 'remaining') return 'flow';
  return life;
}
