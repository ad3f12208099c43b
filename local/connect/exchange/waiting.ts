import { agentQueueArn } from '../agent-queue.ts';
import type { FlowEnd } from '../flow/interpreter.ts';
import type { LegEvent } from '../machine/agent-leg.ts';
import { type AvailableAgent, nextOffer, nextRouting } from '../machine/routing.ts';
import { find } from '../resources.ts';
import { announce, move } from './announce.ts';
import { finish } from './ending.ts';
import { addLeg, moveLeg } from './legs.ts';
import { moveToQueue } from './moving.ts';
import { hookedFlow, runFlow } from './run-flow.ts';
import { type Agent, type Contact, changed, type Leg, now, type World } from './world.ts';

/** How long an agent's softphone rings before the contact goes on to the next one [reported: about 20 s]. */
export const ringMs = 20_000;

/** What follows when a flow that leads a contact to its queue has ended. */
export function afterFlow(world: World, contact: Contact, end: Exclude<FlowEnd, { kind: 'stopped' }>): void {
  if (end.kind === 'queued') enqueue(world, contact);
  else finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
}

/** Puts the contact into its working queue, where the queue flow speaks to the caller, and looks for an agent. */
export function enqueue(world: World, contact: Contact): void {
  contact.queueArn = contact.targetQueueArn;
  contact.times.enqueued = now(world);
  move(world, contact, 'enqueued');
  announce(world, contact, 'QUEUED');
  // Nobody is on the line of a callback, so nothing is played to it.
  if (!contact.callback) playQueue(world, contact);
  route(world);
}

function playQueue(world: World, contact: Contact): void {
  contact.run = runFlow(world, contact, hookedFlow(world, contact, 'CustomerQueue'), 'customer', (end) => {
    contact.run = undefined;
    if (end.kind === 'moved') moveToQueue(world, contact, end.queueArn);
    // Any other end leaves the caller in the queue, in silence [docs].
    if (end.kind === 'disconnected' || end.kind === 'fault') finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
  });
}

/** Offers waiting contacts to available agents until none fits, and looks again when a delay is over. */
export function route(world: World): void {
  world.stopRerouting?.();
  const at = now(world);
  for (let offered = nextOffer(waiting(world), available(world), at); offered; ) {
    const contact = world.contacts.get(offered.contactId);
    const agent = world.agents.get(offered.username);
    if (contact && agent) offer(world, contact, agent);
    offered = nextOffer(waiting(world), available(world), at);
  }
  const again = nextRouting(waiting(world), available(world), at);
  world.stopRerouting = again === undefined ? undefined : world.ports.clock.after(again, () => route(world));
}

const waiting = (world: World) =>
  [...world.contacts.values()].flatMap(({ id, life, queueArn, priority, times }) =>
    life === 'queued' && queueArn ? [{ contactId: id, queueArn, priority, enqueuedAt: times.enqueued ?? 0 }] : [],
  );

/**
 * One voice contact at a time, one that is not cleared yet included, and so a consultation too [docs]. Every agent has a
 * queue of their own, which comes before those of the routing profile [docs].
 */
const available = (world: World): AvailableAgent[] =>
  [...world.agents.values()]
    .filter((agent) => agent.chosen.type === 'routable' && agent.legs.length === 0)
    .map((agent) => ({
      username: agent.username,
      availableSince: agent.freeSince,
      queues: [
        { queueArn: agentQueueArn(world.resources.instance?.arn ?? '', agent.id), priority: 0, delay: 0 },
        ...(routingProfileOf(world, agent)?.queues ?? []),
      ],
    }));

/** Agents without a routing profile of their own have the instance's first one. */
export function routingProfileOf(world: World, agent: Agent) {
  const { routingProfiles } = world.resources;
  return agent.routingProfileArn ? find(routingProfiles, agent.routingProfileArn) : [...routingProfiles.values()][0];
}

function offer(world: World, contact: Contact, agent: Agent): void {
  const leg = addLeg(world, agent, contact, contact.callback ? 'incoming' : 'connecting');
  leg.stopRinging = world.ports.clock.after(ringMs, () => notTaken(world, leg, 'missed'));
  contact.attempts++;
  contact.times.ringing = now(world);
  move(world, contact, 'offered');
  changed(world, agent);
}

/** The ring came to nothing; the contact stays queued, without any contact event [docs], and rings elsewhere. */
export function notTaken(world: World, leg: Leg, event: Extract<LegEvent, 'missed' | 'rejected' | 'failed'>): void {
  moveLeg(world, leg, event);
  move(world, leg.contact, 'notTaken');
  changed(world, leg.agent);
  route(world);
}
