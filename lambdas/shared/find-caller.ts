import type { Clues } from '../../domain/caller/clues.ts';
import { type Asking, climb } from '../../domain/caller/ladder.ts';
import type { LadderSettings, Verdict } from '../../domain/caller/verdict.ts';
import type { LookUp } from './ports.ts';

/**
 * Climbs the caller ladder with the directory at hand.
 *
 * A caller known by number costs one look-up, one whom nobody knows two, a caller id that identifies nobody none.
 */
export async function findCaller(clues: Clues, settings: LadderSettings, lookUp: LookUp): Promise<Verdict> {
  return answered(climb(clues, settings), lookUp);
}

/** Runs rules that ask the directory, with the directory at hand. */
export async function answered<T>(asking: Asking<T>, lookUp: LookUp): Promise<T> {
  for (let step = asking.next(); ; ) {
    if (step.done) return step.value;
    step = asking.next(await lookUp.answer(step.value));
  }
}
