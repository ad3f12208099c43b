import { type ContactEventType, contactEvent } from '../machine/contact-event.ts';
import { type ContactLifeEvent, nextLife, phaseOf } from '../machine/contact-life.ts';
import { type Contact, now, type World } from './world.ts';

/** Puts a contact event on the bus, with the contact as it is now. */
export function announce(world: World, contact: Contact, type: ContactEventType, updated?: string[]): void {
  const instanceArn = world.resources.instance?.arn;
  if (!instanceArn) throw new Error('there is no instance yet');
  world.ports.bus.put(contactEvent(type, contact, instanceArn, now(world), updated));
}

/** Moves the contact along its life. An event that cannot happen now is a fault of the exchange, so it is thrown. */
export function move(world: World, contact: Contact, event: ContactLifeEvent): void {
  const life = nextLife(contact.life, event);
  if (!life) throw new Error(`contact ${contact.id} is ${contact.life}; "${event}" cannot happen to it`);
  contact.life = life;
  showPhase(world, contact);
}

/** Tells everybody whose line is in the contact where they are. */
export function showPhase(world: World, contact: Contact): void {
  for (const line of [...contact.lines]) line.enter(phaseOf(contact.life, contact.onHold, line.direction), now(world));
}

/** A problem that the caller's page and the commands show; what follows of it is the caller's business. */
export function fault(world: World, contact: Contact, message: string): void {
  contact.call.record({ kind: 'fault', at: now(world), message });
}
