import type { ConnectionStateType } from '../types.ts';

/**
 * Who of the customer and a third party is with the agent.
 *
 *                add               answered            conference
 *     alone ───────────▶ calling ───────────▶ consult ───────────▶ conference ── customerLeft ──▶ thirdOnly
 *      ▲ │                 ▲  │ thirdLeft     ▲ │  ▲               (everybody)                     ▲ │
 *      │ ▼ hold            │  ▼        toggle │ │  │ resumeThird                        resumeThird│ ▼ holdThird
 *      held ───────────────┘ held             │ ▼  │                                          thirdHeld
 *                 add                      swapped ─┴─▶ bothHeld
 *
 * The customer is held while somebody is called in [docs], and stays where they are when the third party leaves or is
 * dropped [assumed]. A customer who hangs up ends the consultation with it, unless all three were joined [assumed]. Two
 * on hold are brought together by a conference alone: resuming one while the other talks is refused [reported]. From a
 * conference a toggle holds the third party, with both on hold it brings back the customer [assumed].
 */
export const talks = {
  alone: { add: 'calling', holdCustomer: 'held', customerLeft: 'over' },
  held: { add: 'calling', resumeCustomer: 'alone', customerLeft: 'over' },
  calling: { answered: 'consult', thirdLeft: 'held', customerLeft: 'over', customerDropped: 'thirdCalled' },
  consult: {
    toggle: 'swapped',
    conference: 'conference',
    holdThird: 'bothHeld',
    thirdLeft: 'held',
    customerLeft: 'over',
    customerDropped: 'thirdOnly',
  },
  swapped: {
    toggle: 'consult',
    conference: 'conference',
    holdCustomer: 'bothHeld',
    thirdLeft: 'alone',
    customerLeft: 'over',
    customerDropped: 'thirdHeld',
  },
  bothHeld: {
    toggle: 'swapped',
    conference: 'conference',
    resumeCustomer: 'swapped',
    resumeThird: 'consult',
    thirdLeft: 'held',
    customerLeft: 'over',
    customerDropped: 'thirdHeld',
  },
  conference: {
    toggle: 'swapped',
    conference: 'conference',
    holdCustomer: 'consult',
    holdThird: 'swapped',
    thirdLeft: 'alone',
    customerLeft: 'thirdOnly',
    customerDropped: 'thirdOnly',
  },
  thirdCalled: { answered: 'thirdOnly', thirdLeft: 'over' },
  thirdOnly: { holdThird: 'thirdHeld', thirdLeft: 'over' },
  thirdHeld: { resumeThird: 'thirdOnly', thirdLeft: 'over' },
  over: {},
} as const;

export type Talk = keyof typeof talks;
export type TalkEvent =
  | 'add'
  | 'answered'
  | 'toggle'
  | 'conference'
  | 'holdCustomer'
  | 'resumeCustomer'
  | 'holdThird'
  | 'resumeThird'
  | 'thirdLeft'
  | 'customerLeft'
  | 'customerDropped';

/** What becomes of the talk; undefined when the event cannot happen now. */
export function nextTalk(talk: Talk, event: TalkEvent): Talk | undefined {
  const row: Partial<Record<TalkEvent, Talk>> = talks[talk];
  return row[event];
}

interface Shown {
  customer: ConnectionStateType;
  /** Absent: nobody, or one who has left. */
  third?: ConnectionStateType;
}

/** The states of the two connections in each talk. */
export const connectionsIn = {
  alone: { customer: 'connected' },
  held: { customer: 'hold' },
  calling: { customer: 'hold', third: 'connecting' },
  consult: { customer: 'hold', third: 'connected' },
  swapped: { customer: 'connected', third: 'hold' },
  bothHeld: { customer: 'hold', third: 'hold' },
  conference: { customer: 'connected', third: 'connected' },
  thirdCalled: { customer: 'disconnected', third: 'connecting' },
  thirdOnly: { customer: 'disconnected', third: 'connected' },
  thirdHeld: { customer: 'disconnected', third: 'hold' },
  over: { customer: 'disconnected' },
} as const satisfies Record<Talk, Shown>;

const shownIn = (talk: Talk): Shown => connectionsIn[talk];

/** Three people, all answered: only then may the agent go on hold and leave the others alone [docs]. */
export const isThreeParty = (talk: Talk) => {
  const { customer, third } = shownIn(talk);
  return customer !== 'disconnected' && (third === 'connected' || third === 'hold');
};

/** A resume that is refused because the other one talks with the agent, not because nobody is on hold. */
export const needsConference = (talk: Talk, event: TalkEvent) => {
  const { customer, third } = shownIn(talk);
  if (event === 'resumeCustomer') return customer === 'hold' && (third === 'connected' || third === 'connecting');
  return event === 'resumeThird' && third === 'hold' && customer === 'connected';
};
