import type { Clock, Directory, Functions, Interactions, LookUp, People } from '../shared/ports.ts';

/** What the routes work with. */
export interface Desk {
  directory: Directory;
  lookUp: LookUp;
  people: People;
  interactions: Interactions;
  functions: Functions;
  clock: Clock;
  newId: () => string;
  /** From 0 up to but not including 1. */
  random: () => number;
  /** Country of the desk's line: numbers are read and shown in it. */
  lineRegion: string;
  /** Organisations whose people may be selected; absent: everybody. */
  organisations?: string[];
  syncAgentsFunction: string;
  /** A part that failed without harm to the answer. */
  onTrouble: (message: string, fault: unknown) => void;
}
