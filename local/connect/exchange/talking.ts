import { connectionsIn, isThreeParty, nextTalk, type Talk, type TalkEvent } from '../machine/talk.ts';
import { find } from '../resources.ts';
import type { ConnectionStateType } from '../types.ts';
import { showPhase } from './announce.ts';
import { show } from './legs.ts';
import { hookedFlow, runFlow } from './run-flow.ts';
import { type Contact, changed, contactChanged, type Leg, type World } from './world.ts';

/**
 * Moves the talk of an agent's leg: who is connected, who hears the hold flow, who is gone. False when the event cannot
 * happen to it now, and then nothing is changed.
 */
export function moveTalk(world: World, leg: Leg, event: TalkEvent): boolean {
  const talk = nextTalk(leg.talk, event);
  if (!talk) return false;
  leg.talk = talk;
  const connections: { customer: ConnectionStateType; third?: ConnectionStateType } = connectionsIn[talk];
  const third = leg.thirds.at(-1);
  show(world, leg.customer, connections.customer);
  if (third) show(world, third, connections.third ?? 'disconnected');
  // An agent on hold with one other would leave nobody with anybody.
  if (leg.own.state === 'hold' && !mayHoldAgent(talk, event)) show(world, leg.own, 'connected');
  setHeld(world, leg.contact, connections.customer === 'hold', connections.third === undefined ? leg : undefined);
  // An agent who was called in hears music from the own side only; an outside line hears it here.
  if (third?.contact.initiationMethod === 'EXTERNAL_OUTBOUND') {
    setHeld(world, third.contact, connections.third === 'hold');
  }
  if (third && talk === 'conference') meetCustomer(world, leg.contact, third.contact);
  changed(world, leg.agent);
  return true;
}

const mayHoldAgent = (talk: Talk, event: TalkEvent) => isThreeParty(talk) && event !== 'conference';

/** From now on the second agent sees the customer in the place of the agent who called. */
function meetCustomer(world: World, first: Contact, second: Contact): void {
  if (second.from === first.from) return;
  second.from = first.from;
  contactChanged(world, second);
}

/** `alone`: the leg of an agent who has nobody else to talk with, and hears the agent hold flow when the contact has one. */
function setHeld(world: World, contact: Contact, held: boolean, alone?: Leg): void {
  if (contact.life !== 'talking') return;
  contact.agentRun?.stop();
  contact.agentRun = undefined;
  if (contact.onHold === held) return;
  contact.onHold = held;
  contact.run?.stop();
  contact.run = undefined;
  if (held) {
    contact.run = runFlow(world, contact, hookedFlow(world, contact, 'CustomerHold'), 'customer', () => {
      // A hold flow that ends leaves silence [assumed].
      contact.run = undefined;
    });
    const agentHold = alone && contact.hooks.AgentHold && find(world.resources.flows, contact.hooks.AgentHold);
    if (agentHold) {
      contact.agentRun = runFlow(world, contact, agentHold, 'agent', () => {
        contact.agentRun = undefined;
      });
    }
  }
  showPhase(world, contact);
}
