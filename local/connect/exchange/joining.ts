import { announce, move } from './announce.ts';
import { dialCustomer } from './calling-out.ts';
import { finish } from './ending.ts';
import { aConnection, moveLeg } from './legs.ts';
import { hookedFlow, runFlow } from './run-flow.ts';
import { moveTalk } from './talking.ts';
import { type Contact, changed, type Leg, now, type World } from './world.ts';

/** A whisper that lasts longer drops the call [docs]. */
const longestWhisperMs = 120_000;

/**
 * The agent takes the call: first the agent whisper, while the caller still hears the queue flow; then the caller
 * leaves the queue and hears the customer whisper; then both talk [docs]. That the contact counts as connected to the
 * agent when the caller leaves the queue is a choice [assumed: AWS does not say which of the three moments it is].
 */
export function accept(world: World, leg: Leg): void {
  const { agent, contact } = leg;
  const callback = leg.state === 'incoming';
  moveLeg(world, leg, 'accepted');
  contact.times.accepted = now(world);
  contact.agent = agent;
  if (callback) {
    contact.times.dequeued = now(world);
    // The call has connections of its own; those of the offer are gone [observed].
    leg.own = aConnection(world.ports.newId(), 'connecting', now(world));
    leg.customer = aConnection(world.ports.newId(), 'connecting', now(world));
    move(world, contact, 'dialled');
    dialCustomer(world, leg);
    return;
  }
  move(world, contact, 'accepted');
  changed(world, agent);
  const stopLimit = limitWhisper(world, contact);
  contact.agentRun = runFlow(world, contact, hookedFlow(world, contact, 'AgentWhisper'), 'agent', (end) => {
    contact.agentRun = undefined;
    if (end.kind === 'fault') finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
    else join(world, leg);
  });
  contact.agentRun.done.then(stopLimit);
}

function join(world: World, leg: Leg): void {
  const { agent, contact } = leg;
  const at = now(world);
  contact.run?.stop();
  contact.times.dequeued = at;
  contact.times.connectedToAgent = at;
  move(world, contact, 'joined');
  announce(world, contact, 'CONNECTED_TO_AGENT');
  changed(world, agent);
  // The agent who called this one in sees the third party connected from now on.
  if (contact.parent) moveTalk(world, contact.parent.leg, 'answered');
  const stopLimit = limitWhisper(world, contact);
  contact.run = runFlow(world, contact, hookedFlow(world, contact, 'CustomerWhisper'), 'customer', (end) => {
    contact.run = undefined;
    if (end.kind === 'fault') finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
  });
  contact.run.done.then(stopLimit);
}

const limitWhisper = (world: World, contact: Contact) =>
  world.ports.clock.after(longestWhisperMs, () => finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow'));
