import { readStoredNumber } from '../phone/stored-number.ts';
import {
  agentKey,
  agentUsernameKey,
  type IdentifierKind,
  identifierKey,
  type Key,
  phoneKey,
  profileKey,
  queueKey,
  requestKey,
  requestRowKey,
} from './keys.ts';
import type { AgentRecord, Person, QueueRecord, ServiceRequest } from './types.ts';

/** One item of the table: its key and what it holds, so that keys never have to be taken apart. */
export type DirectoryItem = Key & {
  person?: Person;
  request?: ServiceRequest;
  agent?: AgentRecord;
  queue?: QueueRecord;
};

/** A field of a person that could not be filed, so that nobody will be found by it. */
export interface FilingProblem {
  field: 'phones';
  value: string;
  reason: string;
}

/**
 * All items of a person: the profile, and one for each identifier, which carries enough of the person that a look-up
 * needs no second query. All are written in one transaction.
 *
 * @param defaultRegion Country in which numbers without country code are read when the person has no region.
 */
export function personItems(person: Person, defaultRegion = ''): { items: DirectoryItem[]; problems: FilingProblem[] } {
  const problems: FilingProblem[] = [];
  const items = new Map<string, DirectoryItem>();
  const add = (item: DirectoryItem) => items.set(`${item.pk} ${item.sk}`, items.get(`${item.pk} ${item.sk}`) ?? item);
  const { id } = person;
  const summary = summaryOf(person);
  const identifier = (kind: IdentifierKind, value: string | undefined) =>
    value?.trim() && add({ ...identifierKey(kind, value, id), person: summary });

  add({ ...profileKey(id), person });
  for (const phone of person.phones ?? []) {
    const filed = readStoredNumber(phone.number, person.region ?? defaultRegion);
    if (filed) add({ ...phoneKey(filed.whole, filed.extension, id), person: { ...summary, phones: [phone] } });
    else problems.push({ field: 'phones', value: phone.number, reason: 'is no telephone number that can call' });
  }
  identifier('support-id', person.supportId);
  identifier('employee-id', person.employeeId);
  identifier('user-name', person.userName);
  for (const email of person.emails ?? []) identifier('email', email);
  return { items: [...items.values()], problems };
}

export const openStatuses: readonly ServiceRequest['status'][] = ['open', 'in progress', 'on hold'];
export const isOpen = (request: ServiceRequest): boolean => openStatuses.includes(request.status);

/** Stands in `personId` of a request that is nobody's yet. */
export const nobody = 'none';

/**
 * The whole request under its number and, when it is somebody's, a row in the person's partition; rows leave the
 * description out, because a list of fifty would read fifty descriptions.
 */
export function requestItems(request: ServiceRequest): DirectoryItem[] {
  const { description: _, ...row } = request;
  const whole = { ...requestKey(request.number), request };
  if (request.personId === nobody) return [whole];
  return [
    whole,
    { ...requestRowKey(request.personId, request.number, request.openedAt, isOpen(request)), request: row },
  ];
}

export const agentItems = (agent: AgentRecord): DirectoryItem[] => [
  { ...agentKey(agent.arn), agent },
  { ...agentUsernameKey(agent.username), agent },
];

export const queueItems = (queue: QueueRecord): DirectoryItem[] => [{ ...queueKey(queue.arn), queue }];

function summaryOf(person: Person): Person {
  const { id, name, organisation, site, language, vip, active, doNotCall, region, version } = person;
  const all = { id, name, organisation, site, language, vip, active, doNotCall, region, version };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as typeof all;
}
