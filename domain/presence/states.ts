import type { AgentPresence } from '../api.ts';
import type { AgentContact, AgentSnapshot } from './agent-event.ts';

/**
 *                  dials                       the other end answers
 *   Available ──────────────▶ CallingCustomer ───────────────────────┐
 *    │  ▲  ▲                        │ nobody, or a bad number        ▼
 *    │  │  └── clears ── FailedConnectAgent ◀── missed ────────── Busy ──┐ holds, consults
 *    │  │                                                        ▲  │ ▲──┘
 *    │  └──── clears ──── AfterCallWork ◀────────── ends ────────┼──┘
 *    └──────────────────── is offered a call ────────────────────┘
 *
 * Available stands for whatever status the agent chose: a call overlays it and gives it back. Each row names the
 * contact that brings its presence; the first row that finds one counts, so a consult beside a call on hold is still
 * Busy. States are those of Connect's agent event stream: INCOMING and PENDING are callbacks, ENDED is after-call work.
 * The five names are those of the ServiceNow Voice workspace.
 */
export const presenceTable: readonly {
  name: string;
  type: AgentPresence['type'];
  brought: (contact: AgentContact) => boolean;
  since: (contact: AgentContact) => string | null | undefined;
}[] = [
  {
    name: 'Busy',
    type: 'busy',
    brought: inState('CONNECTED', 'CONNECTED_ONHOLD'),
    // Holding and resuming are one conversation.
    since: (contact) => contact.ConnectedToAgentTimestamp ?? contact.StateStartTimestamp,
  },
  {
    name: 'CallingCustomer',
    type: 'busy',
    brought: (contact) => inState('CONNECTING')(contact) && weCalled(contact),
    since: stateStart,
  },
  { name: 'Busy', type: 'busy', brought: inState('INCOMING', 'PENDING', 'CONNECTING'), since: stateStart },
  { name: 'AfterCallWork', type: 'busy', brought: inState('ENDED'), since: stateStart },
  // Connect hands such an agent no further call before the contact is cleared.
  { name: 'FailedConnectAgent', type: 'away', brought: inState('MISSED', 'ERROR'), since: stateStart },
];

/** Connect's types of status; one that it adds later is none in which calls are taken. */
const statusTypes: Record<string, AgentPresence['type']> = {
  ROUTABLE: 'available',
  CUSTOM: 'away',
  OFFLINE: 'offline',
};
/** AWS's sample of the stream has no types: then the names of the two statuses that every instance has tell. */
const typesByName: Record<string, AgentPresence['type']> = { Available: 'available', Offline: 'offline' };

/**
 * The presence of an agent by all that Connect says of them at one moment.
 *
 * @param at When it said so, ISO 8601: the beginning of what has no other known one.
 */
export function presenceOf({ AgentStatus: status, Contacts: contacts }: AgentSnapshot, at: string): AgentPresence {
  const calls = contacts?.filter(({ Channel: channel }) => channel?.toUpperCase() === 'VOICE') ?? [];
  for (const { name, type, brought, since } of presenceTable) {
    const [first] = calls
      .filter(brought)
      .map((call) => since(call) ?? at)
      .sort();
    if (first !== undefined) return { name, type, since: first };
  }
  const type = status.Type ? statusTypes[status.Type] : typesByName[status.Name];
  return { name: status.Name, type: type ?? 'away', since: status.StartTimestamp ?? at };
}

function inState(...states: string[]): (contact: AgentContact) => boolean {
  return ({ State: state }) => states.includes(state ?? '');
}

/** A callback that is CONNECTING has been accepted, and the customer is dialled. */
function weCalled({ InitiationMethod: method }: AgentContact): boolean {
  return ['OUTBOUND', 'CALLBACK'].includes(method ?? '');
}

function stateStart({ StateStartTimestamp: start }: AgentContact): string | null | undefined {
  return start;
}

export const offline = (since: string): AgentPresence => ({ name: 'Offline', type: 'offline', since });
