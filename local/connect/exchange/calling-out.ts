import { isLive } from '../machine/agent-leg.ts';
import { isDiallable, type Outcome } from '../machine/dialled.ts';
import { find } from '../resources.ts';
import type { Answer } from '../types.ts';
import { mayCallOut } from './agents.ts';
import { announce, move } from './announce.ts';
import { type CallHandle, createCall } from './call.ts';
import { callBack, reachedNobody } from './callbacks.ts';
import { addContact } from './contacts.ts';
import { finish } from './ending.ts';
import { personHangsUp } from './leaving.ts';
import { addLeg, moveLeg, show } from './legs.ts';
import { queueOf } from './queues.ts';
import { ringOut } from './ring-out.ts';
import { outboundWhisper, runFlow } from './run-flow.ts';
import { routingProfileOf } from './waiting.ts';
import { type Agent, changed, type Endpoint, type Leg, now, type World } from './world.ts';

/** Until the agent's own end is up; longer than the worker's gap between two polls, so that the page sees it [chosen]. */
const ownEndMs = 500;

const refused = (type: string, message: string): Answer => ({ ok: false, type, message });

/** An agent calls somebody: a new contact, without waiting in the queue that names the caller's id and the whisper. */
export function callOut(world: World, agent: Agent, params: Record<string, unknown>): Answer {
  if (!mayCallOut(world, agent)) return refused('InvalidStateException', `${agent.username} may not call out`);
  if (agent.legs.some((leg) => isLive(leg.state))) {
    return refused('InvalidStateException', `${agent.username} has a live contact already`);
  }
  const number = numberOf(world, params.endpoint);
  if (!isDiallable(number)) return refused('BadEndpointException', `"${number ?? ''}" is no number in E.164 form`);
  const wanted = typeof params.queueARN === 'string' ? params.queueARN : defaultQueueArn(world, agent);
  const queue = queueOf(world, wanted);
  if (!queue) return refused('InvalidStateException', `the instance has no queue "${wanted}"`);
  const line = lineTo(world, number);
  const contact = addContact(world, {
    initiationMethod: 'OUTBOUND',
    life: 'dialling',
    customer: { address: number, type: 'TELEPHONE_NUMBER' },
    system: callerId(world, queue.arn),
    line,
    call: line,
    relatedId: typeof params.relatedContactId === 'string' ? params.relatedContactId : undefined,
  });
  contact.targetQueueArn = queue.arn;
  contact.agent = agent;
  dialCustomer(world, addLeg(world, agent, contact, 'calling'));
  return { ok: true, value: {} };
}

/** The number of an endpoint: as it stands, or that of a quick connect. */
export function numberOf(world: World, endpoint: unknown): string | undefined {
  const { endpointARN: arn, phoneNumber } = Object(endpoint);
  const quickConnect = typeof arn === 'string' ? find(world.resources.quickConnects, arn) : undefined;
  const number = quickConnect ? quickConnect.phoneNumber : phoneNumber;
  return typeof number === 'string' ? number : undefined;
}

const defaultQueueArn = (world: World, agent: Agent) => routingProfileOf(world, agent)?.defaultOutboundQueueArn ?? '';

/** What the called person's telephone shows: the queue's number, else the instance's first one [assumed]. */
export function callerId(world: World, queueArn: string | undefined): Endpoint {
  const { numbers, queues } = world.resources;
  const queue = queueArn === undefined ? undefined : find(queues, queueArn);
  const number = queue?.outboundCallerId ? find(numbers, queue.outboundCallerId) : [...numbers.values()][0];
  return { address: number?.address ?? '', type: 'TELEPHONE_NUMBER' };
}

/** The line to somebody whom we call; its first contact has the same id. */
export const lineTo = (world: World, number: string, contactId = world.ports.newId()): CallHandle =>
  createCall({ contactId, direction: 'outbound', number }, (line) => personHangsUp(world, line));

/**
 * The agent's own end goes up, the customer's telephone rings. Who answers hears the outbound whisper while both are
 * connected already [assumed]; who does not leaves the agent with an error to clear.
 */
export function dialCustomer(world: World, leg: Leg): void {
  const { agent, contact } = leg;
  if (contact.callback) callBack(world, contact);
  leg.stopRinging = world.ports.clock.after(ownEndMs, () => ownEndUp(world, leg));
  ringOut(world, contact, { answered: () => answered(world, leg), failed: (why) => unreached(world, leg, why) });
  changed(world, agent);
}

function ownEndUp(world: World, leg: Leg): void {
  const { agent, contact } = leg;
  contact.times.connectedToAgent = now(world);
  show(world, leg.own, 'connected');
  // A call out has no such event, a callback has [docs].
  if (contact.callback) announce(world, contact, 'CONNECTED_TO_AGENT');
  changed(world, agent);
}

function answered(world: World, leg: Leg): void {
  const { agent, contact } = leg;
  // Somebody may be quicker than the agent's softphone.
  if (contact.times.connectedToAgent === undefined) ownEndUp(world, leg);
  contact.times.connectedToSystem = now(world);
  moveLeg(world, leg, 'answered');
  show(world, leg.customer, 'connected');
  move(world, contact, 'answered');
  announce(world, contact, 'CONNECTED_TO_SYSTEM');
  changed(world, agent);
  contact.run = runFlow(world, contact, outboundWhisper(world, contact), 'customer', (end) => {
    contact.run = undefined;
    if (end.kind === 'fault') finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
  });
}

function unreached(world: World, leg: Leg, { leg: event, reason }: NonNullable<Outcome['failure']>): void {
  moveLeg(world, leg, event);
  show(world, leg.customer, 'disconnected');
  changed(world, leg.agent);
  if (!reachedNobody(world, leg.contact)) finish(world, leg.contact, reason, 'network');
}
