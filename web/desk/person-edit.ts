/** Edits of people that are not saved yet: kept by place in this tab, over views, calls and reloads. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { ShownPerson } from '../../domain/api.ts';
import { draft, write } from './drafts.ts';
import { type Difference, type Draft, differences, draftOf, type Field } from './person-draft.ts';

export interface Edit {
  /** The version that it was made from; absent for a person who is yet to be. */
  version?: number;
  base: Draft;
  now: Draft;
  /** Somebody else was faster: what they stored, what stood here then, and what the agent has decided. */
  conflict?: { newer: Draft; mine: Draft; picks: { [F in Field]?: 'mine' | 'theirs' }; found: Difference[] };
}

const known = new Map<string, ReadonlySignal<Edit | undefined>>();

function read(text: string): Edit | undefined {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The edit of one place, e.g. `person.<id>`; absent when nobody edits there. */
export function edit(place: string): ReadonlySignal<Edit | undefined> {
  const existing = known.get(place);
  if (existing) return existing;
  const made = computed(() => read(draft(place).value));
  known.set(place, made);
  return made;
}

const put = (place: string, value: Edit) => write(place, JSON.stringify(value));

export const beginEdit = (place: string, person: ShownPerson) =>
  put(place, { version: person.version, base: draftOf(person), now: draftOf(person) });
export const beginNew = (place: string, known: Draft) => put(place, { base: known, now: known });
export const endEdit = (place: string) => write(place, '');

export function change(place: string, part: Partial<Draft>): void {
  const current = edit(place).peek();
  if (current !== undefined) put(place, { ...current, now: { ...current.now, ...part } });
}

/** Puts what somebody else stored beside the draft. What only they changed is taken over, and can be undone. */
export function meetNewer(place: string, newer: ShownPerson): void {
  const current = edit(place).peek();
  if (current === undefined) return;
  const theirs = draftOf(newer);
  const found = differences(current.base, current.now, theirs);
  const free = found.filter(({ disputed }) => !disputed).map(({ field }) => field);
  put(place, {
    version: newer.version,
    base: theirs,
    now: { ...current.now, ...Object.fromEntries(free.map((field) => [field, theirs[field]])) },
    conflict: {
      newer: theirs,
      mine: current.now,
      picks: Object.fromEntries(free.map((field) => [field, 'theirs'])),
      found,
    },
  });
}

/** The agent's word on one field of a conflict. */
export function decide(place: string, field: Field, whose: 'mine' | 'theirs'): void {
  const current = edit(place).peek();
  if (current?.conflict === undefined) return;
  const { conflict } = current;
  const value = whose === 'mine' ? conflict.mine[field] : conflict.newer[field];
  put(place, {
    ...current,
    now: { ...current.now, [field]: value },
    conflict: { ...conflict, picks: { ...conflict.picks, [field]: whose } },
  });
}

/** How many fields of a conflict wait for the agent. */
export const undecided = ({ conflict }: Edit): number =>
  conflict === undefined ? 0 : conflict.found.filter(({ field }) => conflict.picks[field] === undefined).length;
