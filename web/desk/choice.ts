/**
 * Whom the agent says a call is from. The call's record keeps it for everybody; session storage only bridges the time
 * until the record shows it, reloads included.
 */
import { effect, signal } from '@preact/signals';
import { api, type Trouble } from './api.ts';
import { interactionPages } from './calls.ts';

interface Choice {
  personId: string;
  name?: string;
  state: 'sending' | 'sent' | 'failed';
  trouble?: Trouble;
}

const storageKey = 'deskline.chosen';
/** By interaction. */
const choices = signal<Readonly<Record<string, Choice | undefined>>>(readStored());

function readStored(): Record<string, Choice> {
  try {
    const stored: Record<string, Choice> = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    // The page was left before the answer came: the record tells whether it arrived, else the agent is asked to retry.
    for (const choice of Object.values(stored)) if (choice.state === 'sending') choice.state = 'failed';
    return stored;
  } catch {
    return {};
  }
}

function keep(interactionId: string, choice: Choice | undefined): void {
  const { [interactionId]: _, ...others } = choices.peek();
  choices.value = choice === undefined ? others : { ...others, [interactionId]: choice };
  sessionStorage.setItem(storageKey, JSON.stringify(choices.peek()));
}

/** Other tabs of this browser show the same call; open once the page follows choices. */
let tabs: BroadcastChannel | undefined;

/** The interaction for which the agent wants to choose anew. */
export const choosingAgain = signal<string | undefined>(undefined);

/** The person of the agents' choice, if one was made. What is still on its way goes before the record. */
export function chosenFor(interactionId: string): { personId: string; name?: string } | undefined {
  const mine = choices.value[interactionId];
  const told = interactionPages.of(interactionId).value.value?.caller;
  const recorded = told?.chosenBy === undefined ? undefined : told.personId;
  if (mine !== undefined && (mine.state !== 'sent' || recorded === undefined)) return mine;
  return recorded === undefined ? undefined : { personId: recorded, name: told?.personName };
}

/** Why the record does not have the choice yet. */
export function choiceTrouble(interactionId: string): Trouble | 'unsure' | undefined {
  const mine = choices.value[interactionId];
  return mine?.state === 'failed' ? (mine.trouble ?? 'unsure') : undefined;
}

/** One after the other, so that the last choice is the one that stays. */
let sending: Promise<void> = Promise.resolve();

/** Remembers a person as the caller. The same person again is no new choice and is not sent again. */
export function chooseFor(interactionId: string, person: { id: string; name?: string }): void {
  choosingAgain.value = undefined;
  const before = chosenFor(interactionId);
  if (before?.personId === person.id && choiceTrouble(interactionId) === undefined) return;
  keep(interactionId, { personId: person.id, name: person.name, state: 'sending' });
  sending = sending.then(() => send(interactionId, person.id));
}

export function chooseAgain(interactionId: string): void {
  choosingAgain.value = interactionId;
}

/** Sends a choice that failed once more. */
export function retryChoice(interactionId: string): void {
  const mine = choices.peek()[interactionId];
  if (mine !== undefined) chooseFor(interactionId, { id: mine.personId, name: mine.name });
}

async function send(interactionId: string, personId: string): Promise<void> {
  const result = await api.chooseCaller(interactionId, personId);
  const mine = choices.peek()[interactionId];
  if (mine?.personId !== personId) return;
  if (!result.ok) return keep(interactionId, { ...mine, state: 'failed', trouble: result.trouble });
  interactionPages.change(interactionId, (page) => ({ ...page, caller: result.value.caller }));
  keep(interactionId, { ...mine, state: 'sent', trouble: undefined });
  tabs?.postMessage(interactionId);
  // Also overtakes a reading that began before the choice.
  void interactionPages.reload(interactionId);
}

/** From now on: forgets what the record has, and reads the record when another tab chose. */
export function followChoices(): void {
  effect(() => {
    for (const [interactionId, mine] of Object.entries(choices.value)) {
      const told = interactionPages.of(interactionId).value.value?.caller;
      if (mine?.state !== 'sending' && told?.chosenBy !== undefined && told.personId === mine?.personId) {
        keep(interactionId, undefined);
      }
    }
  });
  tabs = new BroadcastChannel(storageKey);
  tabs.onmessage = ({ data }) => {
    const interactionId = String(data);
    if (choices.peek()[interactionId]?.state === 'sent') keep(interactionId, undefined);
    void interactionPages.reload(interactionId);
  };
}
