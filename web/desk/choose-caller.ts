/** What follows from the choice of a caller: the record, the drafts, and where the keyboard goes on. */
import { signal } from '@preact/signals';
import { caller } from './caller.ts';
import { chooseFor, chosenFor } from './choice.ts';
import { moveDraft } from './new-request.ts';
import { phone } from './phone/phone.ts';

/** Interactions whose caller was found or created from nothing: their request form stands open. */
export const requestAwaits = signal<ReadonlySet<string>>(new Set());

/** The person that the call is taken to be from just now, chosen or not. */
function presentPerson(interactionId: string): string | undefined {
  const chosen = chosenFor(interactionId)?.personId;
  const live = phone.value.call?.interactionId === interactionId ? caller.value : undefined;
  return chosen ?? (live?.kind === 'person' ? live.id : undefined);
}

/**
 * Chooses who the call is from; a request that was begun goes along.
 *
 * @param awaitsRequest Opens the request form: nobody was known before, so that is what the call is about next.
 */
export function chooseCaller(
  interactionId: string,
  person: { id: string; name?: string },
  awaitsRequest = false,
): void {
  moveDraft({ interactionId }, { interactionId, personId: person.id });
  const before = presentPerson(interactionId);
  if (before !== undefined && before !== person.id) {
    moveDraft({ interactionId, personId: before }, { interactionId, personId: person.id });
  }
  if (awaitsRequest) requestAwaits.value = new Set([...requestAwaits.peek(), interactionId]);
  const within = document.activeElement?.closest('.choose') ?? null;
  chooseFor(interactionId, person);
  // What had the focus goes away with the list.
  if (within !== null) requestAnimationFrame(() => document.getElementById('who')?.focus());
}
