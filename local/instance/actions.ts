import { z } from 'zod';
import type { InstanceControl } from './types.ts';

interface Action {
  /** Carries the action out with what was sent; the answer goes back as JSON. */
  run(control: InstanceControl, sent: unknown): unknown;
}

const action = <T>(schema: z.ZodType<T>, act: (control: InstanceControl, sent: T) => unknown): Action => ({
  run: (control, sent) => act(control, schema.parse(sent)) ?? {},
});

const agent = z.string().min(1).max(100);
const name = z.string().min(1).max(200);
/** As a network delivers it; longer than anything that a carrier sends is no number. */
const number = z.string().max(256);
const seconds = z.number().min(0).max(120);
const contact = z.strictObject({ contactId: z.string().min(1).max(100) });
const ofAgent = z.strictObject({ agent });
const switched = z.strictObject({ agent, on: z.boolean() });

/** What can be posted to `/instance/api/<name>`: one entry for each button of the page. */
export const actions: Record<string, Action> = {
  'call-in': action(z.strictObject({ from: number, to: number.optional() }), (control, { from, to }) => ({
    contactId: control.callIn(from, to),
  })),
  'hang-up': action(contact, (control, { contactId }) => control.hangUp(contactId)),
  answer: action(contact, (control, { contactId }) => control.answer(contactId)),
  accept: action(ofAgent, (control, sent) => control.accept(sent.agent)),
  refuse: action(ofAgent, (control, sent) => control.refuse(sent.agent)),
  end: action(ofAgent, (control, sent) => control.end(sent.agent)),
  clear: action(ofAgent, (control, sent) => control.clear(sent.agent)),
  'set-presence': action(z.strictObject({ agent, state: name }), (control, sent) =>
    control.setPresence(sent.agent, sent.state),
  ),
  'fail-next-accept': action(switched, (control, sent) => control.failNextAccept(sent.agent, sent.on)),
  'break-microphone': action(ofAgent, (control, sent) => control.breakMicrophone(sent.agent)),
  'drop-websocket': action(ofAgent, (control, sent) => control.dropWebsocket(sent.agent)),
  'expire-session': action(ofAgent, (control, sent) => control.expireSession(sent.agent)),
  forbid: action(switched, (control, sent) => control.forbid(sent.agent, sent.on)),
  'slow-function': action(z.strictObject({ function: name, seconds }), (control, sent) =>
    control.slowFunction(sent.function, sent.seconds),
  ),
  'fail-function': action(z.strictObject({ function: name, on: z.boolean() }), (control, sent) =>
    control.failFunction(sent.function, sent.on),
  ),
  'delay-snapshots': action(z.strictObject({ seconds }), (control, sent) => control.delaySnapshots(sent.seconds)),
  'back-to-normal': action(z.strictObject({}), (control) => control.backToNormal()),
};
