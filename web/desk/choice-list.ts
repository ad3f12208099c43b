/** The people to choose from in the present call, as the chooser numbers them. */
import { computed } from '@preact/signals';
import type { FoundPerson } from '../../domain/api.ts';
import { caller, peopleByNumber } from './caller.ts';
import { choosingAgain } from './choice.ts';
import { phone } from './phone/phone.ts';

/** Empty while nobody is asked to choose, so that a digit does nothing. */
export const choiceList = computed<readonly FoundPerson[]>(() => {
  const { call } = phone.value;
  const who = caller.value;
  if (call === undefined) return [];
  if (choosingAgain.value === call.interactionId && call.number !== undefined) {
    return peopleByNumber.of(call.number).value.value?.people ?? [];
  }
  return who?.kind === 'several' && !who.loading ? who.people : [];
});
