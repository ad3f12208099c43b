import type { Note } from '../api.ts';
import { factKey } from './fact-key.ts';
import type { Fact } from './facts.ts';
import { historyOf } from './states.ts';
import type { Interaction, ListedInteraction } from './types.ts';

/**
 * How an interaction lies in the table `Interactions`, all under its id as partition key:
 *
 *     fact#<contact>#<source>#<kind>#<at>#<digest>   one for each fact, never changed
 *     interaction                                    the summary, for lists; the only item in the indexes
 *     note#<at>#<id>                                 one for each note
 *
 * Facts and summary lie side by side and notes behind them, so that one query reads what a summary is made of.
 * What is already in the key is not repeated in the item: five facts and the summary are read for one read unit.
 */
export type Item = Record<string, unknown> & { pk: string; sk: string };

export const summaryKey = 'interaction';
export const factPrefix = 'fact#';
export const notePrefix = 'note#';
/** The only value of the partition key of the index `open`. */
export const openPartition = 'open';

const sources = [
  'identify-caller',
  'contact-event',
  'describe-contact',
  'agent',
  'permit',
] as const satisfies Fact['source'][];

export function factItem(fact: Fact): Item {
  const { interactionId, contactId: _, source: _s, kind: _k, at: _a, ...rest } = fact;
  return present({ pk: interactionId, sk: factKey(fact), ...rest });
}

/** The fact in this item; undefined for other items and for facts of sources that this version does not know. */
export function factFrom(item: Item): Fact | undefined {
  const { pk, sk, ...rest } = item;
  const [prefix, contactId, source, kind, at] = sk.split('#');
  if (`${prefix}#` !== factPrefix || !sources.some((known) => known === source)) return undefined;
  return { interactionId: pk, contactId, source, kind, at, ...rest } as Fact;
}

/**
 * The summary item. `facts` is the number of facts it was made of. It holds what lists show and the three times from
 * which the history follows; an index key that is not known is left out, which keeps the item out of that index.
 */
export function summaryItem(interaction: Interaction, facts: number): Item {
  const { id, caller, agentArn, history, state: _, legs: _l, ...rest } = interaction;
  return present({
    pk: id,
    sk: summaryKey,
    ...rest,
    answeredAt: history.find(({ state }) => state === 'Work in Progress')?.at,
    callerOutcome: caller?.outcome,
    personName: caller?.personName,
    chosenBy: caller?.chosenBy,
    chosenAt: caller?.chosenAt,
    byPerson: caller?.personId,
    byAgent: agentArn,
    byDay: interaction.startedAt.slice(0, 10),
    open: interaction.endedAt === undefined ? openPartition : undefined,
    facts,
  });
}

/** What lists show of an interaction. */
export function interactionFrom(item: Item): ListedInteraction {
  const {
    pk,
    sk: _,
    byPerson,
    byAgent,
    byDay: _d,
    open: _o,
    facts: _f,
    callerOutcome,
    personName,
    chosenBy,
    chosenAt,
    answeredAt,
    ...rest
  } = item;
  const caller =
    callerOutcome && present({ outcome: callerOutcome, personId: byPerson, personName, chosenBy, chosenAt });
  const summary = present({ id: pk, ...rest, agentArn: byAgent, caller }) as Omit<
    ListedInteraction,
    'state' | 'history'
  >;
  const history = historyOf({ ...summary, answeredAt: answeredAt as string | undefined });
  return { ...summary, state: history.at(-1)?.state ?? 'New', history };
}

export function noteItem(interactionId: string, { id, at, by, text }: Note): Item {
  return { pk: interactionId, sk: `${notePrefix}${at}#${id}`, by, text };
}

/** The note in this item; undefined for other items. */
export function noteFrom(item: Item): Note | undefined {
  const [prefix, at, id] = item.sk.split('#');
  if (`${prefix}#` !== notePrefix || at === undefined || id === undefined) return undefined;
  return { id, at, by: String(item.by), text: String(item.text) };
}

/** Whether both items say the same. */
export function sameItem(a: Item | undefined, b: Item): boolean {
  const text = (item: Item) => JSON.stringify(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)));
  return a !== undefined && text(a) === text(b);
}

/** Without what is not known: the table refuses an undefined, and an empty index key. */
function present<T extends Record<string, unknown>>(item: T): T {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== '')) as T;
}
