import type { CallExplanation, ExplainedLookUp } from '../../domain/api.ts';
import type { CallerFact } from '../../domain/interaction/facts.ts';
import { choicesOf, lookUpsOf } from '../../domain/interaction/look-ups.ts';
import { regionOf } from '../../domain/phone/region-of.ts';
import { shownNumber } from '../../domain/phone/shown-number.ts';
import { findCaller } from '../shared/find-caller.ts';
import type { Handle } from '../shared/http.ts';
import { Refused } from '../shared/parse.ts';
import { cluesOf } from './clues.ts';
import { existingInteraction } from './existing-interaction.ts';
import type { Desk } from './ports.ts';

/** Why a call popped as it did: what each look-up tried, and whom agents chose. Kept with the call, never recomputed. */
export const explainCall =
  (desk: Desk): Handle =>
  async ({ path }) => {
    const { interaction, facts } = await existingInteraction(desk, path.id);
    const explanation: CallExplanation = {
      lookUps: lookUpsOf(facts).map((fact) => lookUp(fact, desk.lineRegion)),
      choices: choicesOf(facts).map(({ at, by, personId, personName }) => ({ at, by, personId, personName })),
      number: shownNumber(interaction.callerNumber, desk.lineRegion),
      dialled: shownNumber(interaction.dialledNumber, desk.lineRegion),
    };
    return { body: explanation };
  };

/** Who would pop for these clues now, on the line that `dialled` names. Writes nothing. */
export const explainClues =
  ({ lookUp: directory, organisations, clock, ...desk }: Desk): Handle =>
  async ({ query }) => {
    const clues = cluesOf(query);
    const lineRegion = query.dialled ? regionOfLine(query.dialled) : desk.lineRegion;
    const { outcome, steps } = await findCaller(clues, { lineRegion, organisations }, directory);
    const explanation: CallExplanation = {
      lookUps: [{ at: clock.now().toISOString(), outcome, steps }],
      choices: [],
      number: shownNumber(clues.telephone, lineRegion),
      dialled: shownNumber(query.dialled, lineRegion),
    };
    return { body: explanation };
  };

function lookUp(
  { at, outcome, steps, keyed, requestNumber, callerNumber }: CallerFact,
  region: string,
): ExplainedLookUp {
  return { at, outcome, steps: steps ?? [], keyed, requestNumber, number: shownNumber(callerNumber, region) };
}

function regionOfLine(dialled: string): string {
  const region = regionOf(dialled.slice(0, 300));
  if (region !== undefined) return region;
  throw new Refused('invalid', 'dialled is not a number with its country code, such as +12125550100.');
}
