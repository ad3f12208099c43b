/// <reference types="amazon-connect-streams" />
/** What the agent may do with the call that is shown, and with the own presence. */
import type { Answer, Callbacks } from './answered.ts';
import { ask, currentAgent, currentContact } from './asking.ts';
import { type CallAction, may, mayAsk } from './call-states.ts';
import { phone, updatePhone } from './phone.ts';

/** Muting is done by the softphone in the frame, which answers at once. */
const muteLimitMs = 3_000;

const third = (contact: connect.Contact) => contact.getSingleActiveThirdPartyConnection();

const connectActions: Record<Exclude<CallAction, 'mute'>, (contact: connect.Contact, callbacks: Callbacks) => void> = {
  accept: (contact, callbacks) => contact.accept(callbacks),
  decline: (contact, callbacks) => contact.reject(callbacks),
  end: (contact, callbacks) => contact.getAgentConnection().destroy(callbacks),
  hold: (contact, callbacks) => contact.getInitialConnection().hold(callbacks),
  resume: (contact, callbacks) => contact.getInitialConnection().resume(callbacks),
  clear: (contact, callbacks) => contact.clear(callbacks),
  drop: (contact, callbacks) => third(contact)?.destroy(callbacks),
  swap: (contact, callbacks) => contact.toggleActiveConnections(callbacks),
  conference: (contact, callbacks) => contact.conferenceConnections(callbacks),
  leave: (contact, callbacks) => contact.getAgentConnection().destroy(callbacks),
};

/** Told by the frame when the microphone was switched, by whomever. */
let onMuteToggled: (() => void) | undefined;

export function muteToggled(muted: boolean): void {
  updatePhone({ muted });
  onMuteToggled?.();
}

function toggleMute(): Promise<Answer['answer']> {
  return ask(
    'mute',
    ({ success }) => {
      onMuteToggled = success;
      if (phone.value.muted) currentAgent()?.unmute();
      else currentAgent()?.mute();
    },
    muteLimitMs,
  );
}

/** Asks for `action` on the call that is shown; what its state does not allow is not asked. */
export async function act(action: CallAction): Promise<Answer['answer']> {
  const { call, asked } = phone.value;
  if (call === undefined || asked !== undefined || !mayAsk(call, action)) return 'refused';
  if (action === 'mute') return await toggleMute();
  const contact = currentContact();
  if (contact === undefined) return 'refused';
  if (action === 'decline') updatePhone({ declined: call.contactId });
  if (action === 'drop') updatePhone({ dropped: call.contactId });
  const answer = await ask(action, (callbacks) => connectActions[action](contact, callbacks));
  // What Connect refused was not this agent's doing when it happens later.
  if (answer === 'refused') updatePhone({ declined: undefined, dropped: undefined });
  return answer;
}

/** Chooses a presence by Connect's name; during a call it becomes the next one. */
export async function setPresence(name: string): Promise<Answer['answer']> {
  const agent = currentAgent();
  const state = agent?.getAgentStates().find((one) => one.name === name);
  if (agent === undefined || state === undefined) return 'refused';
  return await ask('presence', (callbacks) => agent.setState(state, callbacks, { enqueueNextState: true }));
}

/** Digits for whoever listens: the third party when they do, else the customer. */
export async function sendDigits(digits: string): Promise<Answer['answer']> {
  const contact = currentContact();
  if (contact === undefined || !may(phone.value.call?.state, 'pad')) return 'refused';
  const other = third(contact);
  const listener = other?.isConnected() ? other : contact.getInitialConnection();
  return await ask('digits', (callbacks) => listener.sendDigits(digits, callbacks));
}
