import { busy } from '../machine/dialled.ts';
import { nextTalk } from '../machine/talk.ts';
import { find } from '../resources.ts';
import type { Call } from '../types.ts';
import { move } from './announce.ts';
import type { CallHandle } from './call.ts';
import { endLeg, finish, stopFlows } from './ending.ts';
import { handOver, hasCustomerSide } from './handing-over.ts';
import { liveThird, show } from './legs.ts';
import { runFlow } from './run-flow.ts';
import { moveTalk } from './talking.ts';
import { route } from './waiting.ts';
import {
  type Contact,
  changed,
  type DisconnectReason,
  type Leg,
  legsOf,
  now,
  type ThirdParty,
  type World,
} from './world.ts';

/**
 * The agent hangs up the own leg. With a third party there the others go on without the agent; while a telephone rings
 * the call out is given up; in the agent whisper the caller goes back to waiting; in the talk the disconnect flow speaks
 * to the caller who remains, and without one the contact is over [docs].
 */
export function agentLeaves(world: World, leg: Leg): void {
  const { contact } = leg;
  const third = liveThird(leg);
  if (third && hasCustomerSide(contact)) leaveToOthers(world, leg, third);
  else if (leg.state === 'calling') finish(world, contact, 'TELECOM_ORIGINATOR_CANCEL', 'agent');
  else if (contact.life === 'whispering') backToQueue(world, leg);
  else speakGoodbye(world, leg);
}

/** The contact ends for this agent, and the customer's side goes on in the contact of the third party. */
function leaveToOthers(world: World, leg: Leg, third: ThirdParty): void {
  const { contact } = leg;
  const to = third.contact;
  stopFlows(contact);
  if (third.state === 'hold') moveTalk(world, leg, 'conference');
  show(world, leg.customer, 'connected');
  leg.talk = 'over';
  handOver(world, contact, to);
  finish(world, contact, 'AGENT_DISCONNECT', 'agent');
}

function backToQueue(world: World, leg: Leg): void {
  const { contact } = leg;
  contact.agentRun?.stop();
  contact.agentRun = undefined;
  contact.agent = undefined;
  contact.times.accepted = undefined;
  endLeg(world, leg);
  changed(world, leg.agent);
  move(world, contact, 'agentLeft');
  route(world);
}

/** Without a person on a line, as in a consultation, there is nobody to say goodbye to. */
function speakGoodbye(world: World, leg: Leg): void {
  const { contact } = leg;
  const hook = contact.hooks.CustomerRemaining;
  const flow = hook && contact.lines.length ? find(world.resources.flows, hook) : undefined;
  if (!flow) {
    finish(world, contact, 'AGENT_DISCONNECT', 'agent');
    return;
  }
  stopFlows(contact);
  contact.disconnectReason ??= 'AGENT_DISCONNECT';
  for (const line of contact.lines) line.endedBy = 'agent';
  contact.onHold = false;
  leg.talk = 'over';
  show(world, leg.customer, 'disconnected');
  endLeg(world, leg);
  changed(world, leg.agent);
  move(world, contact, 'agentLeft');
  contact.run = runFlow(world, contact, flow, 'customer', () => finish(world, contact, 'AGENT_DISCONNECT', 'agent'));
}

/** A person hangs up, or declines while the telephone rings; after the agent's hang-up that changes nothing about who ended it. */
export function personHangsUp(world: World, line: CallHandle): void {
  const { contact } = line;
  if (!contact) return;
  if (contact.dialling && line === contact.call) {
    contact.dialling.fail(busy);
    return;
  }
  line.endedBy ??= 'caller';
  const outside = contact.initiationMethod === 'EXTERNAL_OUTBOUND';
  const reason = outside && line === contact.call ? 'THIRD_PARTY_DISCONNECT' : 'CUSTOMER_DISCONNECT';
  callerSideLeft(world, contact, reason, 'other party');
}

/**
 * Nobody is on the customer's side any more: the person hung up, or the agent who called the contact in dropped it. An
 * agent who was joined with a third party goes on with them; otherwise the contact is over.
 */
export function callerSideLeft(
  world: World,
  contact: Contact,
  reason: DisconnectReason,
  endedBy: Call['endedBy'],
): void {
  if (contact.life === 'ended') return;
  const leg = legsOf(world, contact).find(({ talk }) => nextTalk(talk, 'customerLeft') === 'thirdOnly');
  if (!leg) {
    finish(world, contact, contact.dialling ? 'TELECOM_ORIGINATOR_CANCEL' : reason, endedBy);
    return;
  }
  freeLines(world, contact, reason, endedBy);
  moveTalk(world, leg, 'customerLeft');
}

/** The agent drops the customer and keeps the third party. */
export function dropCustomer(world: World, leg: Leg): boolean {
  if (!nextTalk(leg.talk, 'customerDropped')) return false;
  const { contact } = leg;
  const { parent } = contact;
  contact.parent = undefined;
  freeLines(world, contact, 'AGENT_DISCONNECT', 'agent');
  moveTalk(world, leg, 'customerDropped');
  if (parent) thirdLeft(world, parent);
  return true;
}

function freeLines(world: World, contact: Contact, reason: DisconnectReason, endedBy: Call['endedBy']): void {
  contact.disconnectReason ??= reason;
  for (const line of contact.lines) {
    line.endedBy ??= endedBy;
    line.contact = undefined;
    line.enter('ended', now(world));
  }
  contact.lines = [];
}

/** The third party is gone: the agent is alone with the customer, or with nobody, and then the contact is over. */
export function thirdLeft(world: World, third: ThirdParty): void {
  const { leg } = third;
  moveTalk(world, leg, 'thirdLeft');
  if (leg.talk === 'over') finish(world, leg.contact, 'THIRD_PARTY_DISCONNECT', 'other party');
}

/** The agent drops the third party. The customer stays where they are [assumed]. */
export function dropThird(world: World, third: ThirdParty): void {
  const { contact } = third;
  contact.parent = undefined;
  thirdLeft(world, third);
  callerSideLeft(world, contact, 'AGENT_DISCONNECT', 'agent');
}
