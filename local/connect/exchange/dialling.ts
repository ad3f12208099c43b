import type { Call } from '../types.ts';
import { announce, showPhase } from './announce.ts';
import { createCall } from './call.ts';
import { callerHangsUp, finish } from './ending.ts';
import { runFlow } from './run-flow.ts';
import { enqueue } from './waiting.ts';
import { type Contact, now, type World } from './world.ts';

/**
 * A customer dials `to`; `from` is delivered as it stands, except that an empty one is no caller at all: the contact
 * then has no customer endpoint [observed as null for contacts without a caller]. Throws when the number is not
 * claimed or no flow is linked to it: AWS plays a failure tone then, which would only hide what is missing.
 */
export function dial(world: World, { from, to }: { from: string; to: string }): Call {
  const number = [...world.resources.numbers.values()].find((candidate) => candidate.address === to);
  if (!number) throw new Error(`the number ${to} is not claimed; claimed are: ${claimed(world) || 'none'}`);
  const flow = number.flowArn ? world.resources.flows.get(number.flowArn) : undefined;
  if (!flow) {
    throw new Error(`the number ${to} leads to no flow: nothing called AssociatePhoneNumberContactFlow for it`);
  }
  const id = world.ports.newId();
  const call = createCall(id, {
    press: (key) => contact.run?.press(key),
    hangUp: () => callerHangsUp(world, contact),
  });
  const contact: Contact = {
    id,
    initiationMethod: 'INBOUND',
    life: 'inFlow',
    customer: from === '' ? null : { address: from, type: 'TELEPHONE_NUMBER' },
    system: { address: to, type: 'TELEPHONE_NUMBER' },
    attributes: {},
    hooks: {},
    voice: 'Joanna',
    language: 'en-US',
    data: {},
    logging: false,
    recorded: [],
    priority: 5,
    times: { initiated: now(world) },
    attempts: 0,
    completed: false,
    onHold: false,
    call,
  };
  world.contacts.set(id, contact);
  world.calls.push(call);
  showPhase(world, contact);
  announce(world, contact, 'INITIATED');
  contact.run = runFlow(world, contact, flow, 'customer', (end) => {
    if (end.kind === 'queued') enqueue(world, contact);
    else finish(world, contact, 'CONTACT_FLOW_DISCONNECT', 'flow');
  });
  return call;
}

const claimed = (world: World) => [...world.resources.numbers.values()].map((number) => number.address).join(', ');
