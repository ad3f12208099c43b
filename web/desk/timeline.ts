/** What happened in a call, oldest first, from its record: the facts of its legs among the states it was in. */
import type { InteractionPage } from '../../domain/api.ts';
import { words } from './words.ts';

export interface Moment {
  at: string;
  text: string;
  /** A state that the record entered then, told apart from what happened. */
  state: boolean;
}

type Leg = InteractionPage['legs'][number];

function momentsOf(leg: Leg): Moment[] {
  const facts = words.thisCall.facts;
  const further = leg.previousContactId !== undefined && leg.method !== 'INBOUND';
  const dialled = leg.method === 'OUTBOUND';
  // An agent who waits for one agent alone is in no queue that has a name.
  const queued = leg.queueName === undefined && further ? undefined : leg.enqueuedAt;
  const all: [string | undefined, string][] = [
    [further ? leg.startedAt : undefined, facts.handed(leg.kind, leg.agentName ?? leg.queueName ?? '')],
    [queued, facts.queued(leg.queueName ?? '')],
    // On a call out the agent is there from the start; what counts is that the other side answered.
    dialled ? [leg.connectedToSystemAt, facts.answered] : [leg.connectedAt, facts.connected(leg.agentName ?? '')],
    [leg.afterCallWorkEndedAt, facts.workEnded],
  ];
  return all.flatMap(([at, text]) => (at === undefined ? [] : [{ at, text, state: false }]));
}

/** From the record to its moments; of those at the same time, what happened goes before the state it led to. */
export function timeline(
  page: Pick<InteractionPage, 'startedAt' | 'endedAt' | 'history' | 'legs' | 'caller'>,
): Moment[] {
  const facts = words.thisCall.facts;
  const ends = page.endedAt === undefined ? [] : [{ at: page.endedAt, text: facts.ended, state: false }];
  const states = page.history.map(({ state, at }) => ({ at, text: words.states[state], state: true }));
  const began = { at: page.startedAt, text: facts.began, state: false };
  const { chosenAt, chosenBy = '', personName = '' } = page.caller;
  const chosen =
    chosenAt === undefined ? [] : [{ at: chosenAt, text: facts.chosen(chosenBy, personName), state: false }];
  return [began, ...page.legs.flatMap(momentsOf), ...chosen, ...ends, ...states].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
}
