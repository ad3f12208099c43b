/**
 * Every word the agent reads or hears, in one place and ready for translation. Short, and the agent's own. Functions
 * take outside text as it is: the views put it on the page as text, never as markup.
 */

import type { RequestPriority, RequestStatus } from '../../domain/directory/types.ts';
import type { InteractionOutcome, InteractionState, LegKind } from '../../domain/interaction/types.ts';
import { callsOut, pad } from './words/calls-out.ts';
import { find } from './words/find.ts';
import { person } from './words/person.ts';
import * as place from './words/place.ts';
import { request } from './words/request.ts';
import * as telephone from './words/telephone.ts';
import { handedOver, parties, transfer } from './words/transfer.ts';
import { callers, outcomes, who } from './words/who.ts';
import { why } from './words/why.ts';

/** What a further leg was, as far as it can be told. */
const kinds: Record<LegKind, string> = {
  consult: 'Consulted',
  conference: 'Joined by',
  transfer: 'Transferred',
  'queue-transfer': 'Went on to a queue',
  external: 'Somebody outside was called',
};

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const words = {
  product: 'Deskline',
  ...telephone,
  outcomes,
  callers,
  callsOut,
  pad,
  transfer,
  parties,
  handedOver,
  place,
  next: (name: string) => `then ${telephone.presence(name)}`,
  choosePresence: 'Choose presence',
  starting: 'Starting the telephone',
  noTelephone: 'No telephone',
  softphone: 'Softphone',
  idle: {
    stuck: 'No call reaches you in this state.',
    back: (name: string) => `Back to: ${name}`,
    recent: 'My recent calls',
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
    permits: {
      overridden: (by: string, reason: string) => `Called although it was not permitted, by ${by}: ${reason}`,
      violation: 'Dialled without asking whether it was permitted',
    },
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
      answered: 'Answered',
      handed: (kind: LegKind | undefined, to: string) =>
        `${kind === undefined ? 'Handed over' : kinds[kind]}${to === '' ? '' : `: ${to}`}`,
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
    out: 'Call out',
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
      transfer: 'Transfer: quick connects',
      swap: 'Swap who is on hold',
      conference: 'Join all',
      leave: 'Leave the call to the others',
      drop: 'Drop the other side',
      pad: 'Dial pad',
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
    calling: (third: string) => `Calling ${third}. The customer is on hold.`,
    consulting: (third: string) => `Talking to ${third}. The customer is on hold.`,
    swapped: (who: string, third: string) => `Talking to ${who}. ${third} is on hold.`,
    conference: (who: string, third: string) => `Talking to ${who} and ${third}.`,
    bothHeld: 'Everybody is on hold.',
    afterCallWork: (who: string) => `Call with ${who} ended. After-call work.`,
    missed: (who: string) => `Missed call from ${who}.`,
    declined: (who: string) => `Declined call from ${who}.`,
    failed: (who: string) => `Call with ${who} failed.`,
    presence: (name: string) => `You are now: ${name}.`,
  },
} as const;
