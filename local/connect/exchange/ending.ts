import { isLive } from '../machine/agent-leg.ts';
import type { Call } from '../types.ts';
import { announce, move } from './announce.ts';
import { callerSideLeft, thirdLeft } from './leaving.ts';
import { liveThird, moveLeg, show } from './legs.ts';
import { route } from './waiting.ts';
import { type Contact, changed, type DisconnectReason, type Leg, legsOf, now, type World } from './world.ts';

/**
 * The contact is over. Whoever rang shows a missed call, whoever talked does the after-call work, and so ends every
 * consultation that hung on it. The reason is in the contact's record, not in its events [docs].
 */
export function finish(world: World, contact: Contact, reason: DisconnectReason, endedBy: Call['endedBy']): void {
  if (contact.life === 'ended') return;
  stopFlows(contact);
  contact.dialling?.stop();
  contact.callback?.stopWaiting?.();
  contact.times.disconnected = now(world);
  contact.disconnectReason ??= reason;
  contact.onHold = false;
  for (const line of contact.lines) line.endedBy ??= endedBy;
  move(world, contact, 'ended');
  for (const line of contact.lines) line.contact = undefined;
  contact.lines = [];
  const called = legsOf(world, contact).flatMap((leg) => endOf(world, leg));
  announce(world, contact, 'DISCONNECTED');
  complete(world, contact);
  for (const other of called) callerSideLeft(world, other, 'AGENT_DISCONNECT', 'agent');
  const { parent } = contact;
  contact.parent = undefined;
  if (parent) thirdLeft(world, parent);
}

/** The agent's leg ends with the contact; answers the contact of a third party who is left with nobody. */
function endOf(world: World, leg: Leg): Contact[] {
  const third = liveThird(leg);
  // The others go on without this agent, whose screen still shows them connected [reported].
  if (leg.talk !== 'over') {
    leg.talk = 'over';
    show(world, leg.customer, 'disconnected');
    if (third) show(world, third, 'disconnected');
  }
  if (isLive(leg.state)) endLeg(world, leg);
  changed(world, leg.agent);
  if (!third) return [];
  third.contact.parent = undefined;
  return [third.contact];
}

/** The agent is out of the contact; whoever talked has after-call work from now on. */
export function endLeg(world: World, leg: Leg): void {
  const { contact } = leg;
  const talked = contact.agent === leg.agent && contact.times.connectedToAgent !== undefined;
  if (talked) contact.times.afterContactWorkStart = now(world);
  moveLeg(world, leg, leg.state === 'connecting' || leg.state === 'incoming' ? 'customerLeft' : 'ended');
}

/** Takes a finished contact from the agent; the last one lets the enqueued state begin. False for a live contact. */
export function clear(world: World, leg: Leg): boolean {
  const { agent, contact } = leg;
  const worked = leg.state === 'ended' && contact.agent === agent;
  if (!moveLeg(world, leg, 'cleared')) return false;
  agent.legs = agent.legs.filter((other) => other !== leg);
  if (agent.legs.length === 0) {
    agent.freeSince = now(world);
    if (agent.next) agent.chosen = { ...agent.next, since: now(world) };
    agent.next = undefined;
  }
  changed(world, agent);
  if (worked && contact.times.afterContactWorkStart !== undefined) {
    contact.times.afterContactWorkEnd = now(world);
    complete(world, contact);
  }
  route(world);
  return true;
}

/** COMPLETED follows the after-call work, or at once when no agent has any to do [docs]. */
function complete(world: World, contact: Contact): void {
  const working =
    contact.times.connectedToAgent !== undefined &&
    legsOf(world, contact).some((leg) => leg.agent === contact.agent && leg.state === 'ended');
  if (contact.completed || contact.life !== 'ended' || working) return;
  contact.completed = true;
  announce(world, contact, 'COMPLETED');
}

export function stopFlows(contact: Contact): void {
  contact.run?.stop();
  contact.agentRun?.stop();
  contact.run = undefined;
  contact.agentRun = undefined;
}
