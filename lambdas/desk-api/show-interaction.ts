import type { InteractionRow } from '../../domain/api.ts';
import type { ListedInteraction } from '../../domain/interaction/types.ts';
import { shownNumber } from '../../domain/phone/shown-number.ts';
import type { Names } from './names.ts';

/** What lists show of an interaction: names instead of ARNs, numbers as people read them. */
export function interactionRow(interaction: ListedInteraction, names: Names, region: string): InteractionRow {
  const {
    id,
    state,
    outcome,
    direction,
    startedAt,
    endedAt,
    caller,
    callerNumber,
    dialledNumber,
    requestNumber,
    permit,
  } = interaction;
  return {
    id,
    type: 'Phone',
    state,
    outcome,
    direction,
    startedAt,
    endedAt,
    caller: {
      number: shownNumber(callerNumber, region),
      personId: caller?.personId,
      personName: caller?.personName,
      outcome: caller?.outcome,
      chosenBy: caller?.chosenBy,
      chosenAt: caller?.chosenAt,
    },
    requestNumber,
    dialled: shownNumber(dialledNumber, region),
    ...names.of(interaction),
    permit,
  };
}
