/** Words of calls out. */
import type { CallRefusal } from '../../../domain/api.ts';

const refusals: Record<CallRefusal, string> = {
  'do-not-call': 'This number is marked: do not call.',
  'outside-hours': 'It is outside calling hours there.',
  'not-dialable': 'This number cannot be dialled.',
};

export const callsOut = {
  heading: 'Call out',
  number: 'Number to call',
  call: 'Call',
  which: (name: string) => (name === '' ? 'Which number?' : `Which number of ${name}?`),
  asking: 'Asking whether this number may be called…',
  recorded: 'This call will be recorded.',
  notRecorded: 'This call will not be recorded.',
  calling: 'Calling',
  there: (time: string, zone: string) => `It is ${time} there (${zone}).`,
  opens: (time: string) => `Calling hours begin ${time}.`,
  refusals,
  why: 'Reason for calling anyway',
  anyway: 'Call anyway',
  whyHint: 'Your name and this reason go on record.',
  cancel: 'Cancel',
  notDialled: 'The number was not dialled.',
  notReady: 'The telephone is not ready yet. The number is called as soon as it is.',
  mayNot: 'Your security profile in Amazon Connect does not let you call out. Ask an administrator.',
  onCall: 'The last call is not done yet. Clear it, then call this number.',
};

export const pad = {
  heading: 'Dial pad',
  sent: 'Sent',
  key: (key: string) => `Digit ${key}`,
};
