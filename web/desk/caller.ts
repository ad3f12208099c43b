/**
 * Who is calling: the person that an agent chose, else whom the call's record or the inbound flow named, else the people
 * whom the number may stand for. The reading of a person begins here at the first ring, not when something is drawn.
 */
import { computed } from '@preact/signals';
import type { FoundPerson, InteractionPage, PeopleFound, PersonPage, ShownNumber } from '../../domain/api.ts';
import { type CallerOutcome, callerOutcomes } from '../../domain/caller/outcome.ts';
import { nobody } from '../../domain/directory/nobody.ts';
import { api, type Trouble } from './api.ts';
import { interactionPages, otherNumber } from './calls.ts';
import { chosenFor } from './choice.ts';
import { keyed } from './loaded.ts';
import type { CallModel } from './phone/model.ts';
import { phone } from './phone/phone.ts';
import { shownNumber } from './phone/shown-number.ts';
import { plain } from './plain.ts';
import { words } from './words.ts';

/** A person with requests, by id. */
export const personPages = keyed<PersonPage>((id) => api.person(id));
/** People by a number as typed or delivered. */
export const peopleByNumber = keyed<PeopleFound>((number) => api.peopleByNumber(number));

/** People by the digits that a caller keyed in. */
export const peopleByKeyed = keyed<PeopleFound>((digits) => api.peopleByKeyed(digits));

export type Caller =
  /** Known: the name stands at once, the page follows. */
  | {
      kind: 'person';
      id: string;
      name: string;
      page?: PersonPage;
      loading: boolean;
      trouble?: Trouble;
    }
  | {
      kind: 'several';
      people: FoundPerson[];
      more: boolean;
      /** Candidates only: none of them may be named before the agent has chosen. */
      uncertain: boolean;
      number?: ShownNumber;
      loading: boolean;
      trouble?: Trouble;
    }
  | { kind: 'nobody'; reason: CallerOutcome };

/** What is known of a call's caller before the directory is asked. */
interface Clues {
  interactionId: string;
  outcome: CallerOutcome;
  personId?: string;
  name?: string;
  /** As delivered. */
  number?: string;
  /** Digits that were keyed in and led to somebody. */
  keyed?: string;
}

/** What the flow said, taken as outside text: a word that is not in the closed set counts as 'not identified'. */
export function readAttributes(attributes: Record<string, string>): {
  outcome: CallerOutcome;
  personId?: string;
  name?: string;
  keyed?: string;
} {
  const outcome = callerOutcomes.find((one) => one === attributes.outcome) ?? 'not-identified';
  const { personId, personName } = attributes;
  const digits = attributes.keyed === undefined || attributes.keyed === nobody ? {} : { keyed: attributes.keyed };
  const known = outcome === 'one-person' && personId !== undefined && personId !== '' && personId !== nobody;
  return known ? { outcome, personId, name: personName || words.who.unknownCaller, ...digits } : { outcome, ...digits };
}

function aPerson(id: string, name: string | undefined): Caller {
  const { value, loading, trouble } = personPages.of(id).value;
  return { kind: 'person', id, name: value?.person.name ?? name ?? '', page: value, loading, trouble };
}

/** Callers for whom the number may still tell who it is, or whom it may be; in the last the look-up in the flow failed. */
const askByNumber: CallerOutcome[] = ['several-people', 'candidates', 'not-identified'];

/** Never more than one step ahead of the agent: where several can be meant, nobody is taken for the caller. */
function callerOf({ interactionId, outcome, personId, name, number, keyed: digits }: Clues): Caller {
  const choice = chosenFor(interactionId);
  if (choice !== undefined) return aPerson(choice.personId, choice.name);
  if (personId !== undefined) return aPerson(personId, name);
  const asked = digits === undefined ? number : digits;
  if (!askByNumber.includes(outcome) || asked === undefined) return { kind: 'nobody', reason: outcome };
  const { value, loading, trouble } = (digits === undefined ? peopleByNumber : peopleByKeyed).of(asked).value;
  const record = interactionPages.of(interactionId).value;
  const people = value?.people ?? [];
  const [only] = people;
  // One alone is whom the flow would have found, had it been able to ask.
  if (outcome === 'not-identified' && value?.outcome === 'one-person' && only !== undefined) {
    return aPerson(only.id, only.name);
  }
  // A record does not keep what was keyed in: one person of the number is then nobody of the several who were meant.
  const others = outcome === 'several-people' && value?.outcome === 'one-person';
  if (value !== undefined && (people.length === 0 || others)) {
    return { kind: 'nobody', reason: outcome === 'not-identified' ? value.outcome : outcome };
  }
  const uncertain = value === undefined ? outcome === 'candidates' : people.every((one) => one.certainty !== 'yes');
  return {
    kind: 'several',
    people,
    more: value?.more === true,
    uncertain,
    number: value?.number,
    // The record may hold a choice that was made before a reload or in another tab.
    loading: loading || (record.value === undefined && record.loading),
    trouble,
  };
}

function liveCaller(call: CallModel): Caller {
  const told = interactionPages.of(call.interactionId).value.value?.caller;
  const { interactionId, number, attributes } = call;
  const recorded = told?.personId === undefined ? {} : { personId: told.personId, name: told.personName };
  return callerOf({ interactionId, number, ...readAttributes(attributes), ...recorded });
}

/** Who a call was from, as its record says. */
export function pastCaller(record: InteractionPage): Caller {
  const { outcome = 'not-identified', personId, personName } = record.caller;
  return callerOf({ interactionId: record.id, outcome, personId, name: personName, number: otherNumber(record)?.dial });
}

/** The caller of the present call; absent without a call. */
export const caller = computed<Caller | undefined>(() => {
  const { call } = phone.value;
  return call === undefined ? undefined : liveCaller(call);
});

/** Numbers of the present call whose display form the directory or the call's record told. */
export const knownNumbers = computed<(ShownNumber | undefined)[]>(() => {
  const { call } = phone.value;
  const who = caller.value;
  const record = call && interactionPages.of(call.interactionId).value.value;
  const ofPerson = who?.kind === 'person' ? (who.page?.person.phones ?? []) : [];
  return [...ofPerson, who?.kind === 'several' ? who.number : undefined, record?.caller.number, record?.dialled];
});

/** The caller's number as it is shown; what the network delivers in place of a withheld one is its own word, and none. */
export const callerNumber = computed<ShownNumber | undefined>(() => {
  const { call } = phone.value;
  const who = caller.value;
  const withheld = who?.kind === 'nobody' && who.reason === 'withheld';
  if (call === undefined || withheld) return undefined;
  // A call that was handed over comes without the caller's number: the record has it.
  const recorded = interactionPages.of(call.interactionId).value.value;
  if (call.number === undefined) return call.handedOver && recorded ? otherNumber(recorded) : undefined;
  return shownNumber(call.number, knownNumbers.value);
});

/** The caller in one word or two, for the tab's title and the live region. */
export const callerName = computed(() => {
  const who = caller.value;
  if (who?.kind === 'person' && who.name !== '') return plain(who.name);
  return plain(callerNumber.value?.display ?? words.who.unknownCaller);
});

/** The request that the caller named: the flow says it at once, the record remembers it. */
export function requestOf(interactionId: string): string | undefined {
  const { call } = phone.value;
  const named = call?.interactionId === interactionId ? call.attributes.requestNumber : undefined;
  const recorded = interactionPages.of(interactionId).value.value?.requestNumber;
  return [named, recorded].find((number) => number !== undefined && number !== '' && number !== nobody);
}

/**
 * Reads the caller anew: an earlier call may have left an older answer behind. The call's record is read at once where it
 * may hold a choice; else it waits until the caller stands, because both at once would slow each other.
 */
export function readCaller(call: CallModel): void {
  const { personId, outcome } = readAttributes(call.attributes);
  const byNumber = personId === undefined && call.number !== undefined && askByNumber.includes(outcome);
  if (personId !== undefined) void personPages.reload(personId);
  if (byNumber && call.number !== undefined) void peopleByNumber.reload(call.number);
  if (byNumber) void interactionPages.reload(call.interactionId);
  else interactionPages.expect(call.interactionId);
}
