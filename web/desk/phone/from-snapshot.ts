/** From one snapshot of Streams to the model: pure, so that each rule below is a line in a test. */
import { type CallState, holdsCustomer, isLive } from './call-states.ts';
import type { AgentModel, CallModel, PhoneModel, PresenceType, ThirdParty } from './model.ts';
import type { AgentSnapshot, ContactSnapshot, PartySnapshot } from './snapshot.ts';

const presenceTypes: Record<string, PresenceType> = {
  routable: 'available',
  not_routable: 'away',
  offline: 'offline',
  error: 'error',
};
const presenceType = (type: string): PresenceType => presenceTypes[type] ?? 'system';

const isCallback = ({ type }: ContactSnapshot) => type === 'queue_callback';

/** Connect's name of the fault in which this agent's phone rang and was not answered; a callback's is another [issue 344]. */
const missedName = (contact: ContactSnapshot) => (isCallback(contact) ? 'Default' : 'MissedCallAgent');

/** Streams keeps those who have left among the parties; at most one is live unless the instance allows more. */
function thirdOf(contact: ContactSnapshot): PartySnapshot | undefined {
  return contact.thirds.find(({ state }) => state === 'connecting' || state === 'connected' || state === 'hold');
}

function connectedState(contact: ContactSnapshot): CallState {
  const held = contact.customer?.state === 'hold';
  const third = thirdOf(contact);
  if (third === undefined) return held ? 'onHold' : 'talking';
  if (third.state === 'connecting') return 'calling';
  if (third.state === 'hold') return held ? 'bothHeld' : 'swapped';
  return contact.customer?.state === 'connected' ? 'conference' : 'consulting';
}

function callState(contact: ContactSnapshot, agentState: string): CallState {
  switch (contact.state.type) {
    case 'incoming':
      return 'ringing';
    case 'connecting':
    case 'pending':
      // A callback is offered as `incoming`; once accepted it dials, on a leg that still reads as inbound [wire captures].
      return contact.inbound && !isCallback(contact) ? 'ringing' : 'dialling';
    case 'connected':
      return connectedState(contact);
    case 'ended':
      return 'afterCallWork';
    case 'missed':
    case 'rejected':
      return 'missed';
    // Voice calls that nobody took arrive as `error`; only the agent's own state says which kind [reported in public issues].
    default:
      return agentState === missedName(contact) ? 'missed' : 'failed';
  }
}

/**
 * Connect's clock and this one drift by some milliseconds with each snapshot; a time that is already shown stays, so
 * that no timer jumps back a second.
 */
const steady = (known: number | undefined, fresh: number) =>
  known !== undefined && Math.abs(known - fresh) < 2000 ? known : fresh;

/** The agent's presence, with the state that was chosen even while calls overlay it. */
export function agentOf(snapshot: AgentSnapshot, before?: AgentModel): AgentModel {
  const { state } = snapshot;
  const type = presenceType(state.type);
  const same = before?.presence.name === state.name ? before.presence.since : undefined;
  return {
    name: snapshot.name,
    mayDial: snapshot.permissions.includes('outboundCall'),
    presence: { name: state.name, type, since: steady(same, state.at) },
    states: snapshot.states.map(({ name, type }) => ({ name, type: presenceType(type) })),
    chosen: snapshot.chosen ?? (type === 'system' || type === 'error' ? (before?.chosen ?? '') : state.name),
    next: snapshot.next,
  };
}

const sameSince = (before: CallState | undefined, state: CallState) =>
  before === state || (holdsCustomer(before) && holdsCustomer(state));

/** The flow writes a word where the number is not known, since an attribute cannot be empty. */
const dialledOf = ({ dialledNumber }: Record<string, string>) =>
  dialledNumber !== undefined && /\d/.test(dialledNumber) ? dialledNumber : undefined;

/** The one call that the softphone shows: a live one, else the one that was shown, else the oldest to be cleared. */
export function callOf(snapshot: AgentSnapshot, before?: CallModel): CallModel | undefined {
  const voices = snapshot.contacts.filter((one) => one.type === 'voice' || isCallback(one));
  const finished = ['ended', 'error', 'missed', 'rejected'];
  const contact =
    voices.find(({ state }) => !finished.includes(state.type)) ??
    voices.find(({ contactId }) => contactId === before?.contactId) ??
    voices[0];
  if (contact === undefined) return undefined;
  const known = before?.contactId === contact.contactId ? before : undefined;
  const state = callState(contact, snapshot.state.name);
  const at = holdsCustomer(state) ? (contact.customer?.at ?? contact.state.at) : contact.state.at;
  const talking = contact.state.type === 'connected';
  const third = thirdOf(contact);
  return {
    contactId: contact.contactId,
    interactionId: contact.attributes.interactionId ?? contact.initialContactId ?? contact.contactId,
    state,
    since: steady(sameSince(known?.state, state) ? known?.since : undefined, at),
    talkingSince: talking ? steady(known?.talkingSince, contact.state.at) : known?.talkingSince,
    inbound: contact.inbound,
    number: contact.customer?.number ?? known?.number,
    dialled: dialledOf(contact.attributes),
    queue: contact.queue,
    queuedAt: contact.queuedAt,
    attributes: contact.attributes,
    customerThere: contact.customer !== undefined && contact.customer.state !== 'disconnected',
    third: third && thirdParty(third, known?.third),
    handedOver:
      !isCallback(contact) && contact.initialContactId !== undefined && contact.initialContactId !== contact.contactId,
    reason: state === 'missed' || state === 'failed' ? snapshot.state.name : undefined,
  };
}

const partyStates = { connecting: 'connecting', hold: 'hold' } as const;

function thirdParty(party: PartySnapshot, known?: ThirdParty): ThirdParty {
  const state = partyStates[party.state as keyof typeof partyStates] ?? 'connected';
  return {
    state,
    since: steady(known?.state === state ? known.since : undefined, party.at),
    name: party.name,
    number: party.number,
    kind: party.kind === 'agent' || party.kind === 'queue' ? party.kind : 'number',
  };
}

/**
 * The third party who is gone since the last snapshot while the call goes on, unless the agent dropped them. What was
 * said before stays said until the call changes otherwise.
 */
export function goneOf({ call: before, dropped, gone }: PhoneModel, call?: CallModel): PhoneModel['gone'] {
  if (call === undefined || call.contactId !== before?.contactId || !isLive(call.state)) return undefined;
  const { third } = before;
  if (third === undefined || call.third !== undefined) return call.third === undefined ? gone : undefined;
  if (dropped === call.contactId) return undefined;
  const who = third.name ?? third.number ?? '';
  return { contactId: call.contactId, who, joined: third.state !== 'connecting' };
}
