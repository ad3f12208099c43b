import { showPhase } from './announce.ts';
import { type Contact, changed, contactChanged, type World } from './world.ts';

/**
 * The customer's side of a contact goes on in another one: the lines of those who are in it, or the agent who called it
 * in. The other contact's flow is heard by them from now on.
 */
export function handOver(world: World, from: Contact, to: Contact): void {
  const { lines, parent } = from;
  from.lines = [];
  from.parent = undefined;
  for (const line of lines) line.contact = to;
  to.lines.push(...lines);
  to.from = from.from;
  to.parent = parent;
  if (parent) {
    parent.contact = to;
    changed(world, parent.leg.agent);
  }
  showPhase(world, to);
  contactChanged(world, to);
}

/** Somebody is there whom another contact could go on with. */
export const hasCustomerSide = (contact: Contact) => contact.lines.length > 0 || contact.parent !== undefined;
