import type { Note } from '../api.ts';
import { fileNumber } from '../phone/file-number.ts';
import type { FiledNumber } from '../phone/filing.ts';
import type { HeardPresence } from '../presence/types.ts';
import type { AgentWork } from '../presence/work.ts';
import { identifiersOf } from './identifiers.ts';
import {
  agentKey,
  agentUsernameKey,
  identifierKey,
  type Key,
  listedAgentKey,
  profileKey,
  queueKey,
  requestKey,
  requestNoteKey,
  requestRowKey,
  searchKey,
} from './keys.ts';
import { nobody } from './nobody.ts';
import { numberKey } from './number-keys.ts';
import { isOpen } from './request-status.ts';
import { searchTexts } from './search.ts';
import type { AgentRecord, Person, Phone, QueueRecord, ServiceRequest } from './types.ts';

/** One item of the table: its key and what it holds, so that keys never have to be taken apart. */
export type DirectoryItem = Key & {
  person?: Person;
  /** With an item under a telephone number: that number. */
  number?: FiledNumber;
  /** With a profile: partition and sort key of each identifier and search item that was written with it. */
  filed?: [pk: string, sk: string][];
  request?: ServiceRequest;
  /** Beside a request: what an agent noted. */
  note?: Note;
  agent?: AgentRecord;
  /** Beside a listed agent: the latest that was heard of them. */
  heard?: HeardPresence;
  work?: AgentWork;
  queue?: QueueRecord;
};

/** A field of a person that could not be filed, so that nobody will be found by it. */
export interface FilingProblem {
  field: 'phones';
  value: string;
  reason: string;
}

/**
 * All items of a person: the profile first, then one for each identifier and each text that search finds, which carry
 * enough of the person that a look-up needs no second query. All are written in one transaction. Somebody who was merged
 * into another person is found by nothing any more.
 *
 * @param defaultRegion Country in which numbers without country code are read when the person has no region.
 */
export function personItems(person: Person, defaultRegion = ''): { items: DirectoryItem[]; problems: FilingProblem[] } {
  const problems: FilingProblem[] = [];
  const items = new Map<string, DirectoryItem>();
  const add = (item: DirectoryItem) => items.set(`${item.pk} ${item.sk}`, items.get(`${item.pk} ${item.sk}`) ?? item);
  const { id } = person;
  const summary = summaryOf(person);
  const region = person.region ?? defaultRegion;
  if (person.mergedInto !== undefined) return { items: [{ ...profileKey(id), person, filed: [] }], problems };

  const phones: { phone: Phone; numbers: FiledNumber[] }[] = [];
  for (const phone of person.phones ?? []) {
    const filing = fileNumber(phone.number, region);
    if ('numbers' in filing) phones.push({ phone, numbers: filing.numbers });
    else problems.push({ field: 'phones', value: phone.number, reason: 'is no telephone number that can call' });
  }
  for (const { phone, numbers } of phones) {
    for (const number of numbers) add({ ...numberKey(number, id), number, person: { ...summary, phones: [phone] } });
  }
  for (const { kind, value, field } of identifiersOf(person)) {
    add({ ...identifierKey(kind, value, id), person: { ...summary, ...field } });
  }
  for (const { partition, text, field } of searchTexts(person, phones)) {
    add({ ...searchKey(partition, text, person.active, id), person: { ...summary, ...field } });
  }
  const filed = [...items.values()].map(({ pk, sk }): [string, string] => [pk, sk]);
  return { items: [{ ...profileKey(id), person, filed }, ...items.values()], problems };
}

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

export const requestNoteItem = (number: string, note: Note): DirectoryItem => ({
  ...requestNoteKey(number, note.at, note.id),
  note,
});

export const agentItems = (agent: AgentRecord): DirectoryItem[] => [
  { ...agentKey(agent.arn), agent },
  { ...agentUsernameKey(agent.username), agent },
  { ...listedAgentKey(agent.arn), agent },
];

export const queueItems = (queue: QueueRecord): DirectoryItem[] => [{ ...queueKey(queue.arn), queue }];

function summaryOf(person: Person): Person {
  const { id, name, supportId, organisation, site, language, vip, active, doNotCall, region, version } = person;
  const all = { id, name, supportId, organisation, site, language, vip, active, doNotCall, region, version };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as typeof all;
}
