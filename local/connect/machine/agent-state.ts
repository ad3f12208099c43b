import type { AgentStateView } from '../types.ts';
import { isLive, type LegState } from './agent-leg.ts';

/** A state that an agent may choose. */
export interface ChosenState {
  arn: string;
  name: string;
  type: 'routable' | 'not_routable' | 'offline';
  since: number;
}

export interface LegInState {
  state: LegState;
  since: number;
  /** Name of the agent's state for a leg in `error`. */
  failure?: string;
}

/**
 * What a leg makes of the agent. PendingBusy/system and CallingCustomer/system are seen on the wire [observed]; the names
 * of the others are the Streams library's, their types [assumed: AWS does not document them]. A callback that is offered
 * leaves the state as it was [observed].
 */
const states = {
  connecting: { name: 'PendingBusy', type: 'system' },
  calling: { name: 'CallingCustomer', type: 'system' },
  connected: { name: 'Busy', type: 'system' },
  ended: { name: 'AfterCallWork', type: 'system' },
  error: { name: 'MissedCallAgent', type: 'error' },
} as const;

/** A live leg hides a finished one that is not cleared yet. */
const order = ['connected', 'calling', 'connecting', 'ended', 'error'] as const;

/** The agent's state as everyone sees it: what the agent chose, hidden by the system's while there is a contact. */
export function agentState(chosen: ChosenState, legs: LegInState[]): AgentStateView {
  for (const state of order) {
    const leg = legs.find((candidate) => candidate.state === state);
    if (leg) {
      return {
        arn: null,
        name: leg.failure ?? states[state].name,
        type: states[state].type,
        since: leg.since,
      };
    }
  }
  return { arn: chosen.arn, name: chosen.name, type: chosen.type, since: chosen.since };
}

export interface ChoiceOutcome {
  chosen?: true;
  /** Kept until the last contact is cleared. */
  enqueued?: true;
  /** Finished contacts leave the agent, as by a clear. */
  clears?: true;
}

/**
 * What choosing a state does.
 *
 * | the agent has        | plain                                   | with enqueueNextState        |
 * |----------------------|-----------------------------------------|------------------------------|
 * | no contact           | chosen                                  | chosen                       |
 * | a live contact       | chosen, hidden until the end [assumed]  | enqueued [docs]              |
 * | only finished ones   | chosen, and they are cleared [reported] | enqueued [docs]              |
 * | only missed ones     | chosen, and they are cleared [docs]     | chosen, and they are cleared |
 */
export function choose(legs: LegInState[], enqueue: boolean): ChoiceOutcome {
  const has = (...wanted: LegState[]) => legs.some((leg) => wanted.includes(leg.state));
  if (!legs.length) return { chosen: true };
  if (legs.some((leg) => isLive(leg.state))) return enqueue ? { enqueued: true } : { chosen: true };
  if (enqueue && has('ended')) return { enqueued: true };
  return { chosen: true, clears: true };
}
