import type { Call, CallPhase } from '../../connect/types.ts';
import type { Caller } from '../types.ts';

/** What a network delivers in place of a withheld number. */
export const withheld = 'anonymous';

/** Everything that the page says. */
export const words = {
  title: 'Caller’s phone',
  subtitle: 'You are the customer. Call the service desk.',
  callAs: 'Call as',
  samplePeople: 'Sample customers',
  somebodyElse: 'Somebody else',
  anotherNumber: 'Another number …',
  withhold: 'Withhold the number',
  callersNumber: 'The caller’s number',
  deliveredAsItStands: 'Delivered to the desk as it stands. Empty is allowed.',
  numberToDial: 'Number to dial',
  noNumbers: 'No phone number leads to the desk yet. Claim one in the stack’s settings.',
  call: 'Call',
  calls: 'calls',
  hangUp: 'Hang up',
  again: 'Call again',
  newCall: 'New call',
  heard: 'What you hear',
  hadHeard: 'What you heard',
  nothingHeard: 'Nothing yet.',
  keypad: 'Keypad',
  keypadHint: 'The keyboard works too.',
  readAloud: 'Read prompts aloud',
  sound: 'Talk and listen with the microphone',
  soundOn: 'The agent hears you, and you hear the agent.',
  noMicrophone: 'This browser may not use the microphone. Everything else of the call works.',
  noVoices: 'This browser has no voice to read prompts aloud.',
  gone: 'There is no such call. It may be from before a restart of the instance.',
  lost: 'The line to the local instance is lost. Is it still running?',
  behind: 'What the desk did',
  pressed: (key: string) => `You pressed ${key}`,
} as const;

export const promptKinds = {
  greeting: 'Greeting',
  menu: 'Menu',
  queue: 'Waiting',
  whisper: 'Whisper',
  other: 'Prompt',
} as const;

/** Where the caller is, in words. */
export function phaseInWords(phase: CallPhase | undefined, agent?: string): string {
  switch (phase) {
    case undefined:
      return 'Dialling';
    case 'dialling':
      return 'Your telephone rings';
    case 'flow':
      return 'Connected to the desk';
    case 'queue':
      return 'In queue';
    case 'ringing':
      return 'Ringing an agent';
    case 'talking':
      return `Talking to ${agent ?? 'an agent'}`;
    case 'onHold':
      return `On hold${agent ? ` by ${agent}` : ''}`;
    case 'ended':
      return 'Call ended';
  }
}

/** Who ended it, in words. */
export function endInWords(endedBy: Call['endedBy']): string {
  if (endedBy === 'caller') return 'You hung up.';
  if (endedBy === 'agent') return 'The agent ended the call.';
  if (endedBy === 'other party') return 'The other party left.';
  if (endedBy === 'network') return 'The call did not come about.';
  return 'The desk ended the call.';
}

/** Who is calling, as the sample people know the number. Two may share one. */
export function callerInWords(from: string, people: Caller[]): string {
  if (from === withheld) return 'Number withheld';
  if (from === '') return 'No number';
  const names = people.filter((person) => person.number === from).map((person) => person.name);
  return names.length > 0 ? `${names.join(' or ')} · ${from}` : from;
}

/** `75_000` → `1:15`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const padded = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(seconds % 60)}` : `${minutes}:${padded(seconds % 60)}`;
}
