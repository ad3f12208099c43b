/**
 * Who is calling: from the attributes that the inbound flow set, the person that the agent chose, and the API. The
 * reading of a person begins here at the first ring, not when something is drawn.
 */
import { computed, signal } from '@preact/signals';
import type { PeopleFound, PersonPage, ShownNumber, ShownPerson } from '../../domain/api.ts';
import { type CallerOutcome, callerOutcomes } from '../../domain/caller/outcome.ts';
import { api, type Trouble } from './api.ts';
import { interactionPages } from './calls.ts';
import { keyed } from './loaded.ts';
import type { CallModel } from './phone/model.ts';
import { phone } from './phone/phone.ts';
import { shownNumber } from './phone/shown-number.ts';
import { words } from './words.ts';

/**
 * Stands where there is no person, in a call's attributes and in requests. A copy of the directory's constant: its file
 * would bring the phone library along.
 */
export const nobody = 'none';

/** A person with requests, by id. */
export const personPages = keyed<PersonPage>((id) => api.person(id));
/** People by a number as typed or delivered. */
export const peopleByNumber = keyed<PeopleFound>((number) => api.peopleByNumber(number));

export type Caller =
  /** Known: the name stands at once, the page follows. */
  | {
      kind: 'person';
      id: string;
      name: string;
      page?: PersonPage;
      loading: boolean;
      trouble?: Trouble;
      chosen: boolean;
    }
  | { kind: 'several'; people: ShownPerson[]; number?: ShownNumber; loading: boolean; trouble?: Trouble }
  | { kind: 'nobody'; reason: CallerOutcome };

/** What the flow said, taken as outside text: a word that is not in the closed set counts as 'not identified'. */
export function readAttributes(attributes: Record<string, string>): {
  outcome: CallerOutcome;
  personId?: string;
  name?: string;
} {
  const outcome = callerOutcomes.find((one) => one === attributes.outcome) ?? 'not-identified';
  const { personId, personName } = attributes;
  const known = outcome === 'one-person' && personId !== undefined && personId !== '' && personId !== nobody;
  return known ? { outcome, personId, name: personName || words.who.unknownCaller } : { outcome };
}

/** Person chosen among several, by interaction. Kept over a reload, since the call goes on. */
const chosenKey = 'deskline.chosen';
const chosen = signal<{ interactionId: string; personId: string } | undefined>(readChosen());

function readChosen() {
  try {
    return JSON.parse(sessionStorage.getItem(chosenKey) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Chooses a person for the present call; nobody undoes the choice. */
export function choosePerson(personId: string | undefined): void {
  const { call } = phone.value;
  chosen.value =
    call === undefined || personId === undefined ? undefined : { interactionId: call.interactionId, personId };
  sessionStorage.setItem(chosenKey, JSON.stringify(chosen.value ?? null));
}

function aPerson(id: string, name: string | undefined, isChosen: boolean): Caller {
  const { value, loading, trouble } = personPages.of(id).value;
  return {
    kind: 'person',
    id,
    name: value?.person.name ?? name ?? '',
    page: value,
    loading,
    trouble,
    chosen: isChosen,
  };
}

/** Callers for whom the number may still tell who it is: several have it, or the look-up in the flow failed. */
const askByNumber: CallerOutcome[] = ['several-people', 'not-identified'];

function callerOf(call: CallModel): Caller {
  const { outcome, personId, name } = readAttributes(call.attributes);
  const choice = chosen.value?.interactionId === call.interactionId ? chosen.value.personId : undefined;
  if (choice !== undefined) return aPerson(choice, undefined, true);
  if (personId !== undefined) return aPerson(personId, name, false);
  if (!askByNumber.includes(outcome) || call.number === undefined) return { kind: 'nobody', reason: outcome };
  const found = peopleByNumber.of(call.number).value;
  const people = found.value?.people ?? [];
  const [only] = people;
  // Never chosen by the page when several share the number; one alone is who the flow would have found.
  if (people.length === 1 && only !== undefined && outcome === 'not-identified')
    return aPerson(only.id, only.name, false);
  if (outcome === 'not-identified' && people.length === 0)
    return { kind: 'nobody', reason: found.value?.outcome ?? outcome };
  return { kind: 'several', people, number: found.value?.number, loading: found.loading, trouble: found.trouble };
}

/** The caller of the present call; absent without a call. */
export const caller = computed<Caller | undefined>(() => {
  const { call } = phone.value;
  return call === undefined ? undefined : callerOf(call);
});

/** Numbers of the present call whose display form the directory or the call's record told. */
export const knownNumbers = computed<(ShownNumber | undefined)[]>(() => {
  const { call } = phone.value;
  const who = caller.value;
  const record = call && interactionPages.of(call.interactionId).value.value;
  const ofPerson = who?.kind === 'person' ? (who.page?.person.phones ?? []) : [];
  return [...ofPerson, who?.kind === 'several' ? who.number : undefined, record?.caller.number, record?.dialled];
});

/** The caller in one word or two, for the call's card, the tab's title and the live region. */
export const callerName = computed(() => {
  const { call } = phone.value;
  const who = caller.value;
  if (who?.kind === 'person' && who.name !== '') return who.name;
  // What the network delivers in place of a withheld number is its own word, and no name.
  const withheld = who?.kind === 'nobody' && who.reason === 'withheld';
  if (call?.number === undefined || withheld) return words.who.unknownCaller;
  return shownNumber(call.number, knownNumbers.value);
});

/** Reads the caller anew: an earlier call may have left an older answer behind. */
export function readCaller(call: CallModel): void {
  const { personId, outcome } = readAttributes(call.attributes);
  if (personId !== undefined) void personPages.reload(personId);
  else if (call.number !== undefined && askByNumber.includes(outcome)) void peopleByNumber.reload(call.number);
}
