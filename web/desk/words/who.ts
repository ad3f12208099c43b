import type { CallerOutcome } from '../../../domain/caller/outcome.ts';

/** Why no name stands there. */
export const outcomes: Record<CallerOutcome, string> = {
  'one-person': 'Known caller',
  'several-people': 'Several people can be meant',
  candidates: 'Not certain who this is: choose after asking',
  unknown: 'Nobody in the directory has this number',
  withheld: 'Number withheld',
  'short-code': 'Internal or short number: it belongs to no one person',
  sip: 'The call came from an internet address, not from a telephone number',
  unusable: 'The network delivered no usable number',
  'not-identified': 'The caller could not be looked up',
};

/** In place of a name in lists of calls. */
export const callers: Record<CallerOutcome, string> = {
  'one-person': 'Known caller',
  'several-people': 'One of several',
  candidates: 'To be confirmed',
  unknown: 'Unknown caller',
  withheld: 'Number withheld',
  'short-code': 'Short number',
  sip: 'Internet caller',
  unusable: 'No usable number',
  'not-identified': 'Not identified',
};

/** Words about who a caller is, and of choosing among several. */
export const who = {
  heading: 'Caller',
  vip: 'VIP',
  inactive: 'No longer active',
  doNotCall: 'Do not call',
  numbers: 'Numbers',
  email: 'Email',
  unknownCaller: 'Unknown caller',
  choose: 'Who is calling?',
  chooseUncertain: 'Not certain: who is calling?',
  chooseHint: 'Press the digit, or go on without choosing.',
  chooseUncertainHint: 'These people may be meant. Ask, then press the digit, or go on without choosing.',
  unconfirmed: 'unconfirmed',
  moreThanTen: 'More than ten people can be meant; here are ten. Find the right one by name.',
  chooseAgain: 'Somebody else?',
  keep: (name: string) => `Keep ${name}`,
  notKept: 'The choice is not in the call’s record yet.',
  notKeptWhy: 'The page was left before the desk answered.',
  peopleWith: 'People with',
  createFromNumber: 'Create person from this number',
  create: 'Create person',
  named: 'The caller named',
} as const;
