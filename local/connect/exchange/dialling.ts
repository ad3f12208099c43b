import type { Call } from '../types.ts';
import { showPhase } from './announce.ts';
import { createCall } from './call.ts';
import { addContact } from './contacts.ts';
import { personHangsUp } from './leaving.ts';
import { runFlow } from './run-flow.ts';
import { afterFlow } from './waiting.ts';
import type { World } from './world.ts';

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
  const line = createCall({ contactId: world.ports.newId(), direction: 'inbound', number: from }, (caller) =>
    personHangsUp(world, caller),
  );
  const contact = addContact(world, {
    initiationMethod: 'INBOUND',
    life: 'inFlow',
    customer: from === '' ? null : { address: from, type: 'TELEPHONE_NUMBER' },
    system: { address: to, type: 'TELEPHONE_NUMBER' },
    line,
    call: line,
  });
  showPhase(world, contact);
  contact.run = runFlow(world, contact, flow, 'customer', (end) => afterFlow(world, contact, end));
  return line;
}

const claimed = (world: World) => [...world.resources.numbers.values()].map((number) => number.address).join(', ');
