/**
 * Every word the agent reads or hears, in one place and ready for translation. Short, and the agent's own. Functions
 * take outside text as it is: the views put it on the page as text, never as markup.
 */

import type { RequestPriority, RequestStatus } from '../../domain/directory/types.ts';
import type { InteractionOutcome, InteractionState } from '../../domain/interaction/types.ts';
import type { CallAction, CallState } from './phone/call-states.ts';
import type { PhoneTrouble } from './phone/model.ts';
import { find } from './words/find.ts';
import { person } from './words/person.ts';
import { request } from './words/request.ts';
import { callers, outcomes, who } from './words/who.ts';
import { why } from './words/why.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export interface Explained {
  what: string;
  why: string;
  fix: string;
}

const callStates: Record<CallState, string> = {
  ringing: 'Ringing',
  dialling: 'Dialling',
  talking: 'Talking',
  onHold: 'On hold',
  afterCallWork: 'After-call work',
  missed: 'Missed',
  failed: 'Failed',
};

const actions: Record<CallAction | 'unmute', string> = {
  accept: 'Accept',
  decline: 'Decline',
  end: 'End call',
  hold: 'Hold',
  resume: 'Take off hold',
  mute: 'Mute',
  unmute: 'Unmute',
  clear: 'Clear contact',
};

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
  FailedConnectCustomer: 'Call failed',
  Default: 'Error',
};

const failures: Record<string, string> = {
  FailedConnectAgent: 'Your softphone could not be connected. Check the microphone, then clear the contact.',
  FailedConnectCustomer: 'The other side could not be reached.',
  BadAddressCustomer: 'The number is not valid.',
  LineEngagedCustomer: 'The line is busy.',
  MultipleCcpWindows: 'The softphone is open in another window. Close it there.',
};

const phoneTroubles: Record<PhoneTrouble, Explained> = {
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

const refusedActions: Record<CallAction | 'presence', string> = {
  accept: 'The call was not accepted',
  decline: 'The call was not declined',
  end: 'The call was not ended',
  hold: 'The caller was not put on hold',
  resume: 'The caller was not taken off hold',
  mute: 'The microphone was not switched',
  clear: 'The contact was not cleared',
  presence: 'Your presence was not changed',
};

export const words = {
  product: 'Deskline',
  callStates,
  actions,
  outcomes,
  callers,
  failures,
  phoneTroubles,
  presence: (name: string) => presences[name] ?? name,
  next: (name: string) => `then ${presences[name] ?? name}`,
  choosePresence: 'Choose presence',
  starting: 'Starting the telephone',
  noTelephone: 'No telephone',
  asking: {
    accept: 'Answering…',
    decline: 'Declining…',
    end: 'Ending…',
    hold: 'Holding…',
    resume: 'Resuming…',
    mute: 'Muting…',
    clear: 'Clearing…',
    presence: 'Changing…',
  } satisfies Record<CallAction | 'presence', string>,
  refusal: (action: CallAction | 'presence', reason: 'refused' | 'no-answer', type?: string) =>
    reason === 'no-answer'
      ? `${refusedActions[action]}: Amazon Connect did not answer. Try again; if that fails, reload the page.`
      : `${refusedActions[action]}: Amazon Connect refused${type === undefined ? '' : ` (${type})`}.`,

  softphone: 'Softphone',
  call: {
    from: 'From',
    to: 'To',
    queue: 'Queue',
    waited: (time: string) => `waited ${time}`,
    secondsLeft: (n: number) => `${n} s to answer`,
    muted: 'Muted',
    onHold: 'Caller on hold',
    afterCallWork: 'After-call work',
    talkedFor: (time: string) => `Talked ${time}`,
  },
  missed: {
    declined: 'You declined this call',
    notAnswered: 'You did not answer in time',
    callerLeft: 'The caller hung up before you answered',
    customerWaits: 'The caller is back in the queue and waits for somebody else.',
    customerGone: 'The caller has gone.',
    presence: 'No further call reaches you until you clear this.',
  },
  idle: {
    recent: 'My recent calls',
    none: 'No calls yet today',
    today: (calls: number, talk: string) =>
      calls === 0 ? 'No calls yet today' : `Today: ${count(calls, 'call', 'calls')}, ${talk} in all`,
  },

  who,
  why,
  person,
  phoneLabels: { work: 'Work', mobile: 'Mobile', home: 'Home', sms: 'SMS' } as Record<string, string>,
  tabs: { open: 'Open requests', previous: 'Previous', interactions: 'Interactions', call: 'This call' },
  requests: {
    number: 'Number',
    subject: 'Subject',
    since: 'Since',
    priority: 'Priority',
    status: 'Status',
    who: 'Who has it',
    nobody: 'Nobody yet',
    noneOpen: 'No open requests',
    nonePrevious: 'No earlier requests',
    more: 'Show more',
    openCount: (n: number) => (n === 0 ? 'no open requests' : count(n, 'open request', 'open requests')),
  },
  newRequest: {
    heading: 'New request',
    headingFor: (name: string) => `New request for ${name}`,
    subject: 'Subject',
    description: 'Description',
    priority: 'Priority',
    category: 'Category',
    send: 'Create request',
    sending: 'Creating…',
    done: (number: string) => `Request ${number} created`,
    open: 'Open it',
    fromCall: 'It will be linked to this call.',
  },
  request,
  priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' } satisfies Record<
    RequestPriority,
    string
  >,
  statuses: {
    open: 'Open',
    'in progress': 'In progress',
    'on hold': 'On hold',
    resolved: 'Resolved',
    closed: 'Closed',
  } satisfies Record<RequestStatus, string>,

  thisCall: {
    heading: 'This call',
    pastHeading: 'Call',
    id: 'Interaction',
    copy: 'Copy',
    copied: 'Copied',
    state: 'State',
    timeline: 'Timeline',
    notes: 'Notes',
    writeNote: 'Note on this call',
    saveNote: 'Save note',
    savingNote: 'Saving…',
    noteHint: 'Ctrl+Enter saves. What you write here stays when the page is reloaded.',
    noNotes: 'No notes yet',
    notYet: 'The record of this call begins in a moment.',
    caller: 'Caller',
    agent: 'Agent',
    queue: 'Queue',
    facts: {
      began: 'Call began',
      queued: (queue: string) => (queue === '' ? 'Waiting in a queue' : `Waiting in ${queue}`),
      connected: (agent: string) => (agent === '' ? 'Connected to an agent' : `Connected to ${agent}`),
      chosen: (by: string, name: string) => `${by} chose ${name}`,
      ended: 'Call ended',
      workEnded: 'After-call work ended',
    },
  },
  calls: {
    heading: 'Last calls',
    time: 'Time',
    caller: 'Caller',
    number: 'Number',
    state: 'State',
    queue: 'Queue',
    agent: 'Agent',
    length: 'Length',
    none: 'No calls yet today.',
    nonePerson: 'No calls with this person yet.',
    open: (who: string, time: string) => `Call of ${who}, ${time}`,
  },
  states: {
    New: 'New',
    'Work in Progress': 'In progress',
    'Closed Complete': 'Complete',
    'Closed Abandoned': 'Abandoned',
  } satisfies Record<InteractionState, string>,
  interactionOutcomes: {
    Answered: 'Answered',
    Abandoned: 'Abandoned',
    'Left before queue': 'Left before queue',
    Deflected: 'Deflected',
    'No Answer': 'No answer',
    Busy: 'Busy',
    'Bad number': 'Bad number',
  } satisfies Record<InteractionOutcome, string>,

  find,
  search: {
    label: 'Search people, numbers, requests',
    nothing: 'Choose one with the arrow keys, or type a telephone number, or a request such as RQ-10023.',
  },
  theme: { label: 'Light or dark', system: 'System', light: 'Light', dark: 'Dark' },
  keys: {
    heading: 'Keys',
    open: 'Keys',
    close: 'Close',
    never: 'They rest while you type.',
    names: {
      accept: 'Accept the call',
      decline: 'Decline the call',
      end: 'End the call',
      clear: 'Clear the contact',
      hold: 'Hold, take off hold',
      mute: 'Mute, unmute',
      note: 'Write a note',
      newRequest: 'New request for this caller',
      search: 'Search',
      help: 'This list',
      choose: 'Choose among several people',
    },
  },

  session: {
    signIn: 'Sign in',
    signInAgain: 'Sign in again',
    signOut: 'Sign out',
    signedOut: 'You are signed out.',
    opening: 'Opening the desk',
    refused: 'Sign-in refused',
    /** The provider's error words (RFC 6749 4.1.2.1), explained. */
    providerErrors: {
      access_denied: 'The sign-in was cancelled, or your account may not use Deskline.',
      login_required: 'Your session has ended.',
      server_error: 'The sign-in service has a fault. Try again in a minute.',
      temporarily_unavailable: 'The sign-in service is not available. Try again in a minute.',
    } as Record<string, string>,
    badCallback: 'The answer of the sign-in service could not be used. Start again from here.',
    unreachable: 'The sign-in service cannot be reached. Check the network, then try again.',
    expired: 'Your session has ended. Sign in again: the page keeps its place, calls go on.',
    noRole: 'Ask an administrator to put you into the agents’ group.',
    noConfig: 'This page’s settings (config.json) could not be read. Try again; if that fails, tell an administrator.',
    notInConnect: {
      what: 'No agent of your name',
      why: 'Amazon Connect has no user whose name is your sign-in name, so calls cannot be shown as yours.',
      fix: 'Ask an administrator to add you in Amazon Connect.',
    },
  },

  trouble: {
    retry: 'Try again',
    openConnect: 'Open Amazon Connect',
    dismiss: 'Dismiss',
    network: 'The desk cannot be reached. Check the network, then try again.',
    timeout: 'The desk took too long to answer. Try again.',
    'not-signed-in': 'Your session has ended. Sign in again.',
    forbidden: 'You may not see this.',
    'not-found': 'There is no such thing. It may be mistyped.',
    fault: 'The desk has a fault. Try again; if it stays, tell an administrator.',
    reading: {
      person: 'The person',
      requests: 'The requests',
      calls: 'The calls',
      call: 'The call',
      people: 'The people',
    },
    notShown: (what: string) => `${what} cannot be shown.`,
    notSaved: 'Not saved.',
    offline: 'No network. What you type stays here.',
  },

  tabTitle: {
    ringing: (who: string) => `☎ ${who} – Deskline`,
    live: (who: string) => `${who} – Deskline`,
  },

  /** What the live region says. */
  spoken: {
    incoming: (who: string, to: string) => `Incoming call from ${who}${to === '' ? '' : `, to ${to}`}.`,
    dialling: (who: string) => `Dialling ${who}.`,
    talking: (who: string) => `Talking to ${who}.`,
    muted: 'Your microphone is muted.',
    onHold: (who: string) => `${who} is on hold.`,
    afterCallWork: (who: string) => `Call with ${who} ended. After-call work.`,
    missed: (who: string) => `Missed call from ${who}.`,
    declined: (who: string) => `Declined call from ${who}.`,
    failed: (who: string) => `Call with ${who} failed.`,
    presence: (name: string) => `You are now: ${name}.`,
  },
} as const;
