import type { Clues } from '../../domain/caller/clues.ts';
import { climb } from '../../domain/caller/ladder.ts';
import type { LadderSettings, Verdict } from '../../domain/caller/verdict.ts';
import type { LookUp } from './ports.ts';

/**
 * Climbs the caller ladder with the directory at hand.
 *
 * A caller known by number costs one look-up, one whom nobody knows two, a caller id that identifies nobody none.
 */
export async function findCaller(clues: Clues, settings: LadderSettings, lookUp: LookUp): Promise<Verdict> {
  const ladder = climb(clues, settings);
  for (let step = ladder.next(); ; ) {
    if (step.done) return step.value;
    step = ladder.next(await lookUp.answer(step.value));
  }
}
