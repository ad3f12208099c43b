import { announce } from './announce.ts';
import type { CallHandle } from './call.ts';
import { type Contact, type Endpoint, type InitiationMethod, now, type World } from './world.ts';

interface NewContact {
  initiationMethod: InitiationMethod;
  life: Contact['life'];
  customer: Endpoint | null;
  system: Endpoint;
  /** Whose line is in it from its start; the contact then has the line's id. */
  line?: CallHandle;
  /** The line that tells what happens. */
  call: CallHandle;
  /** The contact that this one goes on from. */
  previous?: Contact;
  relatedId?: string;
}

/** What a later contact of a conversation begins with: the first one's attributes and voice [docs], its own priority. */
const inherited = ({ attributes, voice, language, data, logging }: Contact) => ({
  attributes: { ...attributes },
  voice,
  language,
  data: { ...data },
  logging,
});
const fresh = { attributes: {}, voice: 'Joanna', language: 'en-US', data: {}, logging: false };

/** A contact begins: it is on the instance's list and INITIATED is on the bus. Its id is the line's for a first one. */
export function addContact(world: World, { previous, line, ...given }: NewContact): Contact {
  const at = now(world);
  const called = given.initiationMethod === 'OUTBOUND' || given.initiationMethod === 'EXTERNAL_OUTBOUND';
  const contact: Contact = {
    ...(previous ? inherited(previous) : { ...fresh, attributes: {}, data: {} }),
    ...given,
    id: line?.contactId ?? world.ports.newId(),
    initialId: previous && (previous.initialId ?? previous.id),
    previousId: previous?.id,
    hooks: {},
    recorded: [],
    priority: 5,
    times: { initiated: at, connectedToSystem: called ? undefined : at },
    attempts: 0,
    completed: false,
    onHold: false,
    lines: [],
  };
  world.contacts.set(contact.id, contact);
  if (line) {
    world.calls.push(line);
    contact.lines.push(line);
    line.contact = contact;
  }
  announce(world, contact, 'INITIATED');
  return contact;
}
