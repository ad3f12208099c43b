/**
 * Keys of the table `Directory`.
 *
 *   identifier, phone    phone#<last seven digits>     <whole number>#<extension>#<person id>
 *   identifier, other    <kind>#<value>                <person id>
 *   request by number    request-number#<number>       request
 *   person               person#<id>                   0#profile
 *     open requests      person#<id>                   1#<newest first>#<number>
 *     previous requests  person#<id>                   2#<newest first>#<number>
 *   agent                agent#<arn>                   agent
 *     by user name       agent-username#<user name>    agent
 *   queue                queue#<arn>                   queue
 */
export interface Key {
  pk: string;
  sk: string;
}

export const identifierKinds = ['support-id', 'employee-id', 'user-name', 'email'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/**
 * Where a telephone number is filed. The partition is the last seven digits, so that one query can find a number whether
 * or not its beginning is known; an internal number, shorter than that, is its own partition.
 */
export const phoneKey = (whole: string, extension: string | undefined, personId: string): Key => ({
  pk: phonePartition(whole),
  sk: phoneSortPrefix(whole, extension) + personId,
});

export const phonePartition = (whole: string): string => `phone#${whole.replace(/\D/g, '').slice(-7)}`;

/** Begins the sort key of everybody who has exactly this number and extension. */
export const phoneSortPrefix = (whole: string, extension?: string): string => `${whole}#${extension ?? ''}#`;

/** Identifiers are compared without case and surrounding blanks. */
export const identifierKey = (kind: IdentifierKind, value: string, personId: string): Key => ({
  pk: identifierPartition(kind, value),
  sk: personId,
});

export const identifierPartition = (kind: IdentifierKind, value: string): string => `${kind}#${folded(value)}`;

export const personPartition = (personId: string): string => `person#${personId}`;
export const profileKey = (personId: string): Key => ({ pk: personPartition(personId), sk: '0#profile' });

export const sections = { profile: '0#', open: '1#', previous: '2#' } as const;

/** @param openedAt ISO 8601. Later times sort first, because a query then reads newest first without being reversed. */
export const requestRowKey = (personId: string, number: string, openedAt: string, open: boolean): Key => ({
  pk: personPartition(personId),
  sk: `${open ? sections.open : sections.previous}${newestFirst(openedAt)}#${number}`,
});

export const requestKey = (number: string): Key => ({ pk: `request-number#${folded(number)}`, sk: 'request' });

export const agentKey = (arn: string): Key => ({ pk: `agent#${arn}`, sk: 'agent' });
export const agentUsernameKey = (username: string): Key => ({ pk: `agent-username#${folded(username)}`, sk: 'agent' });
export const queueKey = (arn: string): Key => ({ pk: `queue#${arn}`, sk: 'queue' });

const folded = (value: string): string => value.normalize('NFKC').trim().toLowerCase();

/** Thirteen digits hold every time until the year 2286. */
const newestFirst = (at: string): string => String(9_999_999_999_999 - Date.parse(at)).padStart(13, '0');
