import { find } from '../resources.ts';
import { announce, move } from './announce.ts';
import { runFlow } from './run-flow.ts';
import { moveLeg, route } from './waiting.ts';
import { type Agent, type Contact, changed, type DisconnectReason, type Leg, now, type World } from './world.ts';

/**
 * The contact is over. Whoever rang shows a missed call, whoever talked does the after-call work. The reason is in the
 * contact's record, not in its events [docs].
 */
export function finish(
  world: World,
  contact: Contact,
  reason: DisconnectReason,
  endedBy: 'caller' | 'agent' | 'flow',
): void {
  if (contact.life === 'ended') return;
  stopFlows(contact);
  contact.times.disconnected = now(world);
  contact.disconnectReason ??= reason;
  contact.onHold = false;
  contact.call.endedBy ??= endedBy;
  move(world, contact, 'ended');
  for (const agent of world.agents.values()) {
    for (const leg of agent.legs.filter((candidate) => candidate.contact === contact)) {
      const live = leg.state === 'connecting' || leg.state === 'connected';
      leg.customer = { state: 'disconnected', since: now(world) };
      if (live) endLeg(world, agent, leg);
      else changed(world, agent);
    }
  }
  announce(world, contact, 'DISCONNECTED');
  complete(world, contact);
}

/** The caller hung up; after the agent's hang-up that changes nothing about who ended it. */
export const callerHangsUp = (world: World, contact: Contact) =>
  finish(world, contact, 'CUSTOMER_DISCONNECT', 'caller');

/**
 * The agent hangs up. In the agent whisper the caller goes back to waiting; in the talk the disconnect flow speaks to
 * the caller who remains, and without one the contact is over [docs].
 */
export function agentHangsUp(world: World, agent: Agent, leg: Leg): void {
  const { contact } = leg;
  contact.agentRun?.stop();
  contact.agentRun = undefined;
  if (contact.life === 'whispering') {
    contact.agent = undefined;
    contact.times.accepted = undefined;
    endLeg(world, agent, leg);
    move(world, contact, 'agentLeft');
    route(world);
    return;
  }
  const hook = contact.hooks.CustomerRemaining;
  const flow = hook ? find(world.resources.flows, hook) : undefined;
  if (!flow) {
    finish(world, contact, 'AGENT_DISCONNECT', 'agent');
    return;
  }
  stopFlows(contact);
  contact.disconnectReason = 'AGENT_DISCONNECT';
  contact.call.endedBy = 'agent';
  contact.onHold = false;
  leg.customer = { state: 'disconnected', since: now(world) };
  endLeg(world, agent, leg);
  move(world, contact, 'agentLeft');
  contact.run = runFlow(world, contact, flow, 'customer', () => finish(world, contact, 'AGENT_DISCONNECT', 'agent'));
}

function endLeg(world: World, agent: Agent, leg: Leg): void {
  const { contact } = leg;
  const talked = contact.agent === agent && contact.times.connectedToAgent !== undefined;
  if (talked) contact.times.afterContactWorkStart = now(world);
  moveLeg(world, leg, leg.state === 'connecting' ? 'customerLeft' : 'ended');
  changed(world, agent);
}

/** Takes a finished contact from the agent; the last one lets the enqueued state begin. False for a live contact. */
export function clear(world: World, agent: Agent, leg: Leg): boolean {
  const { contact } = leg;
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
  const { connectedToAgent, afterContactWorkEnd } = contact.times;
  const working = contact.agent && connectedToAgent !== undefined && afterContactWorkEnd === undefined;
  if (contact.completed || contact.life !== 'ended' || working) return;
  contact.completed = true;
  announce(world, contact, 'COMPLETED');
}

function stopFlows(contact: Contact): void {
  contact.run?.stop();
  contact.agentRun?.stop();
  contact.run = undefined;
  contact.agentRun = undefined;
}
