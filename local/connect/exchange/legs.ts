import { failureName, type LegEvent, type LegState, nextLeg } from '../machine/agent-leg.ts';
import type { ConnectionStateType } from '../types.ts';
import { type Agent, type Connection, type Contact, type Leg, now, type ThirdParty, type World } from './world.ts';

/** How the agent's own connection shows in each state of the leg. */
const ownConnection = {
  connecting: 'connecting',
  incoming: 'connecting',
  calling: 'connecting',
  connected: 'connected',
  ended: 'disconnected',
  error: 'disconnected',
  gone: 'disconnected',
} as const satisfies Record<LegState, ConnectionStateType>;

/** The contact appears on the agent's screen. */
export function addLeg(world: World, agent: Agent, contact: Contact, state: LegState): Leg {
  const at = now(world);
  const called = state === 'calling';
  const leg: Leg = {
    agent,
    contact,
    state,
    since: at,
    talk: 'alone',
    own: aConnection(ownId(world, contact, state), ownConnection[state], at),
    customer: aConnection(contact.id, called ? 'connecting' : 'connected', called ? at : contact.times.initiated),
    thirds: [],
  };
  agent.legs.push(leg);
  return leg;
}

/** The offer of a callback has the contact's id in its own [observed]. */
const ownId = (world: World, contact: Contact, state: LegState) =>
  state === 'incoming' ? `${world.ports.newId()}_${contact.id}` : world.ports.newId();

export const aConnection = (id: string, state: ConnectionStateType, since: number): Connection => ({
  id,
  state,
  since,
  muted: false,
});

export function show(world: World, connection: Connection, state: ConnectionStateType): void {
  if (connection.state === state) return;
  connection.state = state;
  connection.since = now(world);
}

/** Moves an agent's leg; false when the event cannot happen to it now. Who moves it tells of the change when all is done. */
export function moveLeg(world: World, leg: Leg, event: LegEvent): boolean {
  const state = nextLeg(leg.state, event);
  if (!state) return false;
  leg.stopRinging?.();
  leg.stopRinging = undefined;
  if (state === 'error') leg.failure = failureName(leg.state, event);
  leg.state = state;
  leg.since = now(world);
  show(world, leg.own, ownConnection[state]);
  return true;
}

/** The third party who is there or being called; one at most [docs, with multi-party calls off]. */
export const liveThird = (leg: Leg): ThirdParty | undefined =>
  leg.thirds.find((third) => third.contact.parent === third);
