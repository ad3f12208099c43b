import type { CallRules } from '../../domain/calling/judge-call.ts';
import type { CallsOut } from '../shared/calls-out.ts';
import type { LiveFigures, QueueTransfer } from '../shared/live-queues.ts';
import type { Clock, Directory, Functions, Interactions, LookUp, People } from '../shared/ports.ts';

/** What the routes work with. */
export interface Desk {
  directory: Directory;
  lookUp: LookUp;
  people: People;
  interactions: Interactions;
  functions: Functions;
  callsOut: Pick<CallsOut, 'permit'>;
  clock: Clock;
  newId: () => string;
  /** From 0 up to but not including 1. */
  random: () => number;
  /** Country of the desk's line: numbers are read and shown in it. */
  lineRegion: string;
  /** Organisations whose people may be selected; absent: everybody. */
  organisations?: string[];
  /** When whom may be called. */
  callRules: CallRules;
  callsRecorded: boolean;
  syncAgentsFunction: string;
  /** The quick connects to the stack's queues. */
  queueTransfers: QueueTransfer[];
  /** How it is in these queues, some seconds old at most. Throws when Connect does not tell. */
  liveQueues: () => Promise<LiveFigures>;
  /** A part that failed without harm to the answer. */
  onTrouble: (message: string, fault: unknown) => void;
}
