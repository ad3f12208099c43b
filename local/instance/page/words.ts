/** Everything that the instance page says. */
export const words = {
  title: 'Local instance',
  subtitle: 'Play the agents and callers who are not at this browser, and make trouble.',
  lost: 'The local instance does not answer. Is it still running?',
  loading: 'Connecting to the instance …',
  backToNormal: 'Back to normal',
  noTrouble: 'No trouble is on.',
  troublesOn: (count: number) => (count === 1 ? '1 trouble is on.' : `${count} troubles are on.`),

  agents: 'Agents',
  noAgents: 'The instance has no agents yet.',
  presence: 'Presence',
  next: (state: string) => `then ${state}`,
  takes: (queues: string[]) => `Takes ${queues.join(', ') || 'no queue'}`,
  signedIn: (sockets: number) => (sockets > 0 ? 'Softphone connected' : 'Signed in, no softphone'),
  signedOut: 'Not signed in',
  noContact: 'No contact',
  accept: 'Accept',
  refuse: 'Refuse',
  end: 'End',
  clear: 'Clear',
  muted: 'muted',
  trouble: 'Trouble',
  failNextAccept: 'Next accept fails',
  forbid: 'Forbid actions (403)',
  breakMicrophone: 'Break the microphone',
  dropWebsocket: 'Drop the websocket',
  expireSession: 'Expire the session',
  acceptFailsOn: 'the next accept fails',
  forbiddenOn: 'actions are forbidden',

  callIn: 'Call in',
  callAs: 'Call as',
  somebodyElse: 'Somebody else',
  withhold: 'Withhold the number',
  noNumber: 'No number at all',
  to: 'Number to dial',
  call: 'Call',
  noNumbers: 'No phone number leads to the desk yet.',
  callersPage: 'Open the caller’s page',

  queues: 'Queues',
  queue: 'Queue',
  waiting: 'Waiting',
  longest: 'Longest',
  available: 'Available',
  none: '–',

  contacts: 'Contacts',
  noContacts: 'Nobody has called yet.',
  followLine: 'Follow the line',
  callerHangsUp: 'Caller hangs up',
  calleeAnswers: 'Callee answers',
  calleeHangsUp: 'Callee hangs up',
  customerIs: 'Customer',
  waitsFor: (agent: string) => `for ${agent}`,
  joinedWith: (agent: string) => `with ${agent}`,
  unknownCaller: 'No number',

  functions: 'Functions',
  function: 'Function',
  seconds: 'Seconds',
  slowDown: 'Slow it down',
  letFail: 'Let it fail',
  slower: (seconds: number) => `${seconds} s slower`,
  fails: 'fails',
  softphones: 'What softphones learn',
  delay: 'Delay it',
  late: (seconds: number) => `Every softphone learns of changes ${seconds} s late.`,

  callsOut: 'Numbers for calls out',
  endings: [
    ['97', 'busy'],
    ['98', 'nobody answers for a minute'],
    ['99', 'no such number'],
  ] as const,
  othersAnswer: 'All others answer after 4 seconds.',
} as const;

/** Where the customer is. */
export const phases: Record<string, string> = {
  flow: 'in the flow',
  queue: 'waiting in the queue',
  dialling: 'being dialled',
  ringing: 'waiting while it rings',
  talking: 'talking',
  onHold: 'on hold',
  ended: 'gone',
};

/** The instance's own word as a reader takes it: `AfterCallWork` → `After call work`, `queue_transfer` → `Queue transfer`. */
export function spaced(word: string): string {
  const apart = word
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return apart.charAt(0).toUpperCase() + apart.slice(1);
}
