/** Words of the telephone: states, actions, what Connect refused, and what it reports of itself. */
import type { CallAction, CallState } from '../phone/call-states.ts';
import type { Asked, PhoneTrouble } from '../phone/model.ts';

export interface Explained {
  what: string;
  why: string;
  fix: string;
}

export const callStates: Record<CallState, string> = {
  ringing: 'Ringing',
  dialling: 'Dialling',
  talking: 'Talking',
  onHold: 'On hold',
  calling: 'Transferring',
  consulting: 'Consulting',
  swapped: 'Talking to the customer',
  conference: 'Conference',
  bothHeld: 'Both on hold',
  afterCallWork: 'After-call work',
  missed: 'Missed',
  failed: 'Failed',
};

export const actions: Record<CallAction | 'unmute' | 'transfer' | 'pad', string> = {
  accept: 'Accept',
  decline: 'Decline',
  end: 'End call',
  hold: 'Hold',
  resume: 'Take off hold',
  mute: 'Mute',
  unmute: 'Unmute',
  clear: 'Clear contact',
  drop: 'Drop',
  swap: 'Swap',
  conference: 'Join all',
  leave: 'Leave call',
  transfer: 'Transfer',
  pad: 'Dial pad',
};

export const asking: Record<CallAction, string> = {
  accept: 'Answering…',
  decline: 'Declining…',
  end: 'Ending…',
  hold: 'Holding…',
  resume: 'Resuming…',
  mute: 'Muting…',
  clear: 'Clearing…',
  drop: 'Dropping…',
  swap: 'Swapping…',
  conference: 'Joining…',
  leave: 'Leaving…',
};

const notDone: Record<Asked, string> = {
  accept: 'The call was not accepted',
  decline: 'The call was not declined',
  end: 'The call was not ended',
  hold: 'The caller was not put on hold',
  resume: 'The caller was not taken off hold',
  mute: 'The microphone was not switched',
  clear: 'The contact was not cleared',
  drop: 'The other side was not dropped',
  swap: 'The two were not swapped',
  conference: 'The three were not joined',
  leave: 'You have not left the call',
  presence: 'Your presence was not changed',
  dial: 'The number was not dialled',
  transfer: 'Nobody was called into this call',
  digits: 'The digits were not sent',
  'quick-connects': 'The quick connects could not be read',
};

export const refusal = (action: Asked, reason: 'refused' | 'no-answer', type?: string) =>
  reason === 'no-answer'
    ? `${notDone[action]}: Amazon Connect did not answer. Try again; if that fails, reload the page.`
    : `${notDone[action]}: Amazon Connect refused${type === undefined ? '' : ` (${type})`}.`;

/** Connect's names for its own states, in the agent's words; a state that an administrator made keeps its name. */
const presences: Record<string, string> = {
  Init: 'Starting',
  Busy: 'On a call',
  PendingBusy: 'Ringing',
  AfterCallWork: 'After-call work',
  CallingCustomer: 'Dialling',
  Dialing: 'Dialling',
  MissedCallAgent: 'Missed a call',
  FailedConnectAgent: 'Not connected',
  FailedConnectCustomer: 'Not reached',
  BadAddressCustomer: 'Bad number',
  LineEngagedCustomer: 'Line busy',
  Default: 'Error',
};
export const presence = (name: string) => presences[name] ?? name;

export const failures: Record<string, string> = {
  FailedConnectAgent: 'Your softphone could not be connected. Check the microphone, then clear the contact.',
  FailedConnectCustomer: 'Nobody answered, or the other side could not be reached.',
  BadAddressCustomer: 'There is no such number.',
  LineEngagedCustomer: 'The line is busy.',
  MultipleCcpWindows: 'The softphone is open in another window. Close it there.',
};

/** All others: Connect's word for them would tell an agent nothing. */
export const failure = 'The call did not come about.';

export const phoneTroubles: Record<PhoneTrouble, Explained> = {
  'not-loaded': {
    what: 'The telephone did not load',
    why: 'A part of this page could not be fetched.',
    fix: 'Check the network, then try again.',
  },
  'needs-sign-in': {
    what: 'The telephone is not signed in',
    why: 'Amazon Connect does not answer: the session there has ended, or this page is not one of its approved origins.',
    fix: 'Open Amazon Connect, sign in, come back and try again.',
  },
  denied: {
    what: 'The telephone is refused',
    why: 'Amazon Connect knows you but does not let you use the softphone.',
    fix: 'Ask an administrator for a security profile with access to the Contact Control Panel.',
  },
  'gave-up': {
    what: 'The telephone does not start',
    why: 'Amazon Connect did not answer after several attempts.',
    fix: 'Check the network, then try again.',
  },
  'no-socket': {
    what: 'The telephone is cut off',
    why: 'Its connection to Amazon Connect could not be opened. A proxy or firewall may forbid web sockets.',
    fix: 'Try another network, then try again.',
  },
  'connection-lost': {
    what: 'The telephone lost its connection',
    why: 'Calls cannot reach you until it is back. It keeps trying by itself.',
    fix: 'Check the network.',
  },
  microphone: {
    what: 'No microphone',
    why: 'The browser does not let this page use one, so callers could not hear you.',
    fix: 'Allow the microphone beside the address bar, then try again.',
  },
};

export const call = {
  from: 'From',
  to: 'To',
  queue: 'Queue',
  waited: (time: string) => `waited ${time}`,
  secondsLeft: (n: number) => `${n} s to answer`,
  muted: 'Muted',
  onHold: 'Caller on hold',
  talkedFor: (time: string) => `Talked ${time}`,
  handedOver: 'Handed over to you',
};

export const missed = {
  declined: 'You declined this call',
  notAnswered: 'Not answered in time',
  callerLeft: 'The caller hung up before you answered',
  customerWaits: 'The caller is back in the queue and waits for somebody else.',
  customerGone: 'The caller has gone.',
  /** Of a call that somebody wanted to hand over: where the caller went is not told here. */
  customerBack: 'The caller goes back to your colleague or a queue.',
  presence: 'No further call reaches you until you clear this.',
  /** After a call out that came to nothing. */
  restored: (name: string) => `Clearing brings you back to: ${name}.`,
};
