import { find } from '../resources.ts';
import { announce, move, showPhase } from './announce.ts';
import { finish } from './ending.ts';
import { hookedFlow, runFlow } from './run-flow.ts';
import { moveLeg } from './waiting.ts';
import { type Agent, type Contact, changed, type Leg, now, type World } from './world.ts';

/** A whisper that lasts longer drops the call [docs]. */
const longestWhisperMs = 120_000;

/**
 * The agent takes the call: first the agent whisper, while the caller still hears the queue flow; then the caller
 * leaves the queue and hears the customer whisper; then both talk [docs]. That the contact counts as connected to the
 * agent when the caller leaves the queue is a choice [assumed: AWS does not say which of the three moments it is].
 */
export function accept(world: World, agent: Agent, leg: Leg): void {
  const { contact } = leg;
  moveLeg(world, leg, 'accepted');
  contact.times.accepted = now(world);
  contact.agent = agent;
  move(world, contact, 'accepted');
  changed(world, agent);
  const stopLimit = limitWhisper(world, contact);
  contact.agentRun = runFlow(world, contact, hookedFlow(world, contact, 'AgentWhisper'), 'agent', (end) => {
    contact.agentRun = undefined;
    if (end.kind === 'fault') finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
    else join(world, agent, contact);
  });
  contact.agentRun.done.then(stopLimit);
}

function join(world: World, agent: Agent, contact: Contact): void {
  const at = now(world);
  contact.run?.stop();
  contact.times.dequeued = at;
  contact.times.connectedToAgent = at;
  move(world, contact, 'joined');
  announce(world, contact, 'CONNECTED_TO_AGENT');
  changed(world, agent);
  const stopLimit = limitWhisper(world, contact);
  contact.run = runFlow(world, contact, hookedFlow(world, contact, 'CustomerWhisper'), 'customer', (end) => {
    contact.run = undefined;
    if (end.kind === 'fault') finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
  });
  contact.run.done.then(stopLimit);
}

const limitWhisper = (world: World, contact: Contact) =>
  world.ports.clock.after(longestWhisperMs, () => finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow'));

/** Hold music for the caller; false when the caller cannot be put on hold now. */
export function hold(world: World, agent: Agent, leg: Leg): boolean {
  const { contact } = leg;
  if (contact.life !== 'talking' || leg.customer.state !== 'connected') return false;
  setHold(world, agent, leg, true);
  contact.run?.stop();
  contact.run = runFlow(world, contact, hookedFlow(world, contact, 'CustomerHold'), 'customer', () => {
    // A hold flow that ends leaves silence [assumed].
    contact.run = undefined;
  });
  const agentHold = contact.hooks.AgentHold && find(world.resources.flows, contact.hooks.AgentHold);
  if (agentHold) {
    contact.agentRun = runFlow(world, contact, agentHold, 'agent', () => {
      contact.agentRun = undefined;
    });
  }
  return true;
}

export function resume(world: World, agent: Agent, leg: Leg): boolean {
  const { contact } = leg;
  if (leg.customer.state !== 'hold') return false;
  contact.run?.stop();
  contact.agentRun?.stop();
  contact.run = undefined;
  contact.agentRun = undefined;
  setHold(world, agent, leg, false);
  return true;
}

function setHold(world: World, agent: Agent, leg: Leg, onHold: boolean): void {
  leg.customer = { state: onHold ? 'hold' : 'connected', since: now(world) };
  leg.contact.onHold = onHold;
  showPhase(world, leg.contact);
  changed(world, agent);
}
