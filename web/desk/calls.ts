/** The records of calls that the page shows, and when it reads them anew. */
import { effect } from '@preact/signals';
import type { InteractionList, InteractionPage, InteractionRow } from '../../domain/api.ts';
import { api } from './api.ts';
import { dayOf } from './format.ts';
import { keyed } from './loaded.ts';
import { phone } from './phone/phone.ts';

export const interactionPages = keyed<InteractionPage>((id) => api.interaction(id));
export const interactionsOfPerson = keyed<InteractionList>((person) => api.interactions({ person }));
/** Lists by name: `mine`, or a day. */
export const callLists = keyed<InteractionList>((key) =>
  api.interactions(key === 'mine' ? { agent: 'me' } : { day: key }),
);

/** The number at the other end: of who called, or of who was called. */
export const otherNumber = ({
  direction,
  dialled,
  caller,
}: Pick<InteractionRow, 'direction' | 'dialled' | 'caller'>) => (direction === 'outbound' ? dialled : caller.number);

/** Days are the server's, in UTC. */
export const today = (now: number): string => dayOf(now, 'UTC');

/** The number of calls that began on this day and the time spent in them; those still open count up to now. */
export function dayTotals(
  rows: readonly InteractionRow[],
  now: number,
  timeZone?: string,
): { calls: number; ms: number } {
  const mine = rows.filter(({ startedAt }) => dayOf(Date.parse(startedAt), timeZone) === dayOf(now, timeZone));
  const length = ({ startedAt, endedAt }: InteractionRow) =>
    Math.max(0, (endedAt === undefined ? now : Date.parse(endedAt)) - Date.parse(startedAt));
  return { calls: mine.length, ms: mine.reduce((sum, row) => sum + length(row), 0) };
}

/** The record follows the call by events that take their time, so it is read a few times after each change. */
const lookAgainMs = [400, 1500, 5000];

/** Reads records and lists anew whenever the call changes its state or goes away. */
export function followCalls(): void {
  let last = '';
  let lastId: string | undefined;
  effect(() => {
    const { call } = phone.value;
    const now = call === undefined ? '' : `${call.contactId} ${call.state}`;
    if (now === last) return;
    last = now;
    const id = call?.interactionId ?? lastId;
    lastId = call?.interactionId;
    if (id === undefined) return;
    for (const ms of lookAgainMs) {
      setTimeout(() => {
        void interactionPages.reload(id);
        void callLists.reload('mine');
        void callLists.reload(today(Date.now()));
      }, ms);
    }
  });
}
