/** Words of bringing somebody else into a call, and of what became of it. */
import type { ThirdParty } from '../phone/model.ts';

export const transfer = {
  heading: 'Quick connects',
  find: 'Agent, queue or number',
  agents: 'Agents',
  queues: 'Queues',
  none: 'No quick connect of this name',
  noQuickConnects: 'No quick connects reach your queues. Ask an administrator.',
  consult: 'Consult',
  now: 'Transfer now',
  consultWith: (name: string) => `Consult ${name}`,
  nowTo: (name: string) => `Transfer now to ${name}`,
  number: (number: string) => `Call ${number}`,
  waiting: (n: number) => (n === 0 ? 'nobody waits' : n === 1 ? '1 waits' : `${n} wait`),
  longest: (time: string) => `longest ${time}`,
  available: (n: number) => `${n} available`,
  unknown: 'not known',
  hint: 'Enter consults the first one.',
};

export const parties = {
  heading: 'In this call',
  customer: 'Customer',
  /** What Connect's own softphone shows for a leg within the instance. */
  internal: 'INTERNAL-TRANSFER',
  outside: 'Outside',
  gone: 'has gone',
  states: { connecting: 'ringing', connected: 'connected', hold: 'on hold' } satisfies Record<
    ThirdParty['state'],
    string
  >,
  customerHeld: 'Customer on hold',
  waiting: (who: string) => `${who} is being called. You can leave: the customer then waits for ${who}.`,
  notJoined: (who: string) => `${who} did not take the call. The customer is with you, on hold.`,
  left: (who: string) => `${who} has left the call.`,
};

/** What became of a customer who was handed over without a word. */
export const handedOver = {
  waiting: (who: string) => `The customer waits for ${who}.`,
  taken: (who: string) => `${who} has the customer.`,
  back: (queue: string) => `Nobody took the call there. The customer waits in ${queue}, before others.`,
  lost: 'The customer hung up while waiting.',
};
