import { folded } from './fold.ts';

/**
 * Keys of the table `Directory`.
 *
 *   identifier, phone    domain/directory/number-keys.ts
 *   identifier, other    <kind>#<folded value>         <person id>
 *   search, as typed     search#<leading characters>   <folded text or digits> #<person id>
 *     inactive people    search-inactive#<leading …>   <folded text or digits> #<person id>
 *   request by number    request-number#<number>       request
 *     notes              request-number#<number>       note#<at>#<id>
 *   person               person#<id>                   0#profile
 *     open requests      person#<id>                   1#<newest first>#<number>
 *     previous requests  person#<id>                   2#<newest first>#<number>
 *   agent                agent#<arn>                   agent
 *     by user name       agent-username#<user name>    agent
 *     what keeps them    agent#<arn>                   work
 *   agents, all          agents                        <arn>#agent
 *     their presence     agents                        <arn>#presence
 *   queue                queue#<arn>                   queue
 */
export interface Key {
  pk: string;
  sk: string;
}

export const identifierKinds = [
  'name',
  'first-name',
  'last-name',
  'user-name',
  'email',
  'support-id',
  'employee-id',
  'car-number',
  'building',
  'floor',
  'cubicle',
  'text1',
  'text2',
  'integer1',
  'integer2',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Identifiers are compared as `folded` leaves them. */
export const identifierKey = (kind: IdentifierKind, value: string, personId: string): Key => ({
  pk: identifierPartition(kind, value),
  sk: personId,
});

export const identifierPartition = (kind: IdentifierKind, value: string): string => `${kind}#${folded(value)}`;

/** People who are not active have partitions of their own, so that they come last however many there are. */
export const searchPartition = (leading: string, active: boolean): string =>
  `${active ? 'search' : 'search-inactive'}#${leading}`;

/** The blank sorts before every letter, so whoever has exactly the text comes before those whose text goes on. */
export const searchKey = (leading: string, text: string, active: boolean, personId: string): Key => ({
  pk: searchPartition(leading, active),
  sk: `${text} #${personId}`,
});

export const personPartition = (personId: string): string => `person#${personId}`;
export const profileKey = (personId: string): Key => ({ pk: personPartition(personId), sk: '0#profile' });

export const sections = { profile: '0#', open: '1#', previous: '2#' } as const;

/** @param openedAt ISO 8601. Later times sort first, because a query then reads newest first without being reversed. */
export const requestRowKey = (personId: string, number: string, openedAt: string, open: boolean): Key => ({
  pk: personPartition(personId),
  sk: `${open ? sections.open : sections.previous}${newestFirst(openedAt)}#${number}`,
});

export const requestKey = (number: string): Key => ({ pk: `request-number#${folded(number)}`, sk: 'request' });

/** Notes sort before the request itself, by time. */
export const requestNoteKey = (number: string, at: string, id: string): Key => ({
  pk: requestKey(number).pk,
  sk: `note#${at}#${id}`,
});

export const agentKey = (arn: string): Key => ({ pk: `agent#${arn}`, sk: 'agent' });
export const agentUsernameKey = (username: string): Key => ({ pk: `agent-username#${folded(username)}`, sk: 'agent' });
/** Of a case that an agent works on elsewhere. */
export const agentWorkKey = (arn: string): Key => ({ pk: agentKey(arn).pk, sk: 'work' });

/** All agents of Connect with their presence, for one query. */
export const agentsPartition = 'agents';
export const listedAgentKey = (arn: string): Key => ({ pk: agentsPartition, sk: `${arn}#agent` });
export const presenceKey = (arn: string): Key => ({ pk: agentsPartition, sk: `${arn}#presence` });
export const queueKey = (arn: string): Key => ({ pk: `queue#${arn}`, sk: 'queue' });

/** Thirteen digits hold every time until the year 2286. */
const newestFirst = (at: string): string => String(9_999_999_999_999 - Date.parse(at)).padStart(13, '0');
