import type { Call, CallPhase } from '../../connect/types.ts';
import type { LineEvent } from '../types.ts';

export type Spoken = Extract<LineEvent, { kind: 'heard' | 'pressed' }>;

/** The caller's line as the page shows it: a pure function of what happened. Times are the instance's epoch ms. */
export interface LineState {
  dialled?: { from: string; to: string };
  phase?: CallPhase;
  agent?: string;
  endedBy?: Call['endedBy'];
  startedAt?: number;
  /** When the phase began. */
  since?: number;
  transcript: Spoken[];
  faults: string[];
  /** What the flow did, a line each. */
  blocks: string[];
}

export const emptyLine: LineState = { transcript: [], faults: [], blocks: [] };

export function withEvent(state: LineState, event: LineEvent): LineState {
  const next = { ...state, startedAt: state.startedAt ?? event.at };
  switch (event.kind) {
    case 'phase':
      return { ...next, phase: event.phase, agent: event.agent, endedBy: event.endedBy, since: event.at };
    case 'heard':
    case 'pressed':
      return { ...next, transcript: [...state.transcript, event] };
    case 'dialled':
      return { ...next, dialled: { from: event.from, to: event.to } };
    case 'fault':
      return { ...next, faults: [...state.faults, event.message] };
    case 'block': {
      const why = event.why ? ` (${event.why})` : '';
      return { ...next, blocks: [...state.blocks, `${event.flow}: ${event.id}, ${event.type}${why}`] };
    }
  }
}

/** The prompt that plays now: the last one, until its time is over, another begins, or the line leaves the flow. */
export function playing(state: LineState, now: number): Spoken | undefined {
  if (state.phase === 'talking' || state.phase === 'ended') return undefined;
  const last = state.transcript.findLast((entry) => entry.kind === 'heard');
  return last?.kind === 'heard' && now < last.at + last.ms ? last : undefined;
}
