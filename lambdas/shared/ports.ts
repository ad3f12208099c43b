/**
 * The collaborators of the handlers, named for the role they play. `adapters/` implements them on AWS; tests use the
 * adapters over a mocked client or fakes that record.
 */
import type { Note } from '../../domain/api.ts';
import type { Answer, Question } from '../../domain/caller/question.ts';
import type { LadderSettings } from '../../domain/caller/verdict.ts';
import type { AgentRecord, Person, QueueRecord, ServiceRequest } from '../../domain/directory/types.ts';
import type { Fact } from '../../domain/interaction/facts.ts';
import type { Interaction, ListedInteraction } from '../../domain/interaction/types.ts';
import type { HeardPresence } from '../../domain/presence/types.ts';
import type { InteractionIndex } from '../../domain/tables.ts';

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  next?: string;
}

export interface Directory {
  /**
   * The person with all open requests and one page of the others, newest first, without descriptions; one query, a second
   * for later pages. Throws UnknownPage.
   */
  personWithRequests(
    id: string,
    next?: string,
  ): Promise<{ person: Person; open: ServiceRequest[]; previous: Page<ServiceRequest> } | undefined>;
  request(number: string): Promise<ServiceRequest | undefined>;
  /** With the last hundred notes, oldest first. One query. */
  requestWithNotes(number: string): Promise<{ request: ServiceRequest; notes: Note[] } | undefined>;
  /**
   * Stores an edit in one transaction: the request, and its row under the person whose it is. `before` is what the edit was
   * made from; when somebody was faster, nothing is written.
   */
  saveRequest(
    before: ServiceRequest,
    after: ServiceRequest,
  ): Promise<Saved<ServiceRequest> | { outcome: 'no-such-person' }>;
  addRequestNote(number: string, note: Note): Promise<void>;
  /** Writes nothing unless `added`. After `busy` (two writers at one person) the same request may be added again. */
  addRequest(request: ServiceRequest): Promise<'added' | 'number-taken' | 'no-such-person' | 'busy'>;
  /** Agents and queues that are known among these ARNs; one batch get for each hundred. */
  byArn(arns: { agents: string[]; queues: string[] }): Promise<{ agents: AgentRecord[]; queues: QueueRecord[] }>;
  /** All agents whom Connect had at the last copy, with the latest that was heard of their presence. One query. */
  agents(): Promise<{ agent: AgentRecord; heard?: HeardPresence }[]>;
  agentByUsername(username: string): Promise<AgentRecord | undefined>;
  /** `known` is the record so far: a user name that is no longer the agent's is removed. */
  putAgent(agent: AgentRecord, known?: AgentRecord): Promise<void>;
  /** Who has left is no longer listed and signs in no more; by ARN they stay known, for the calls that they took. */
  forgetAgent(agent: AgentRecord): Promise<void>;
  putQueue(queue: QueueRecord): Promise<void>;
}

/** Answers the questions of the caller ladder; one query or get each. */
export interface LookUp {
  answer(question: Question): Promise<Answer>;
}

/** What became of an edit: `newer` is what somebody else has stored meanwhile. Nothing is written unless `saved`. */
export type Saved<T> = { outcome: 'saved'; value: T } | { outcome: 'newer'; newer: T } | { outcome: 'gone' };

export interface People {
  /** Read consistently. */
  person(id: string): Promise<Person | undefined>;
  /** Writes profile and identifiers in one transaction; its id must be unused, else throws. */
  create(person: Person): Promise<Person>;
  /**
   * Replaces a person and their identifiers in one transaction.
   *
   * @param person As it shall be, with the version that it was made from; stored with the next one.
   */
  save(person: Person): Promise<Saved<Person>>;
  /**
   * Makes one person of two: numbers and ids that the other lacks are added, the duplicate stays as an inactive record
   * that says where it went, and its requests move. Who is who is settled in one transaction; the requests follow, so a
   * merge that was interrupted is repeated with the same arguments.
   *
   * @returns `refused` with a sentence when the two must not or cannot be merged; `newer` is the one that changed.
   */
  merge(
    duplicate: { id: string; version: number },
    into: { id: string; version: number },
  ): Promise<Saved<Person> | { outcome: 'refused'; reason: string }>;
  /** At most `limit` people whose name, email, number or id begins with the text, best first. Organisations as in the ladder. */
  search(text: string, of: { limit: number } & LadderSettings): Promise<{ people: Person[]; more: boolean }>;
}

/** What Connect has of agents and queues. */
export interface Instance {
  agents(): Promise<AgentRecord[]>;
  /** Standard queues; an agent's own queue has no name that anybody would know. */
  queues(): Promise<QueueRecord[]>;
}

/** One connection between two things of the instance that CloudFormation cannot make. */
export type Link =
  | { kind: 'number-to-flow'; instance: string; phoneNumber: string; flow: string }
  | { kind: 'queue-to-quick-connects'; instance: string; queue: string; quickConnects: string[] };

export interface Links {
  connect(link: Link): Promise<void>;
  /** What is not there any more counts as disconnected. */
  disconnect(link: Link): Promise<void>;
}

export interface Functions {
  /** Starts a function and does not wait for it. */
  start(name: string): Promise<void>;
}

export interface Interactions {
  /** One conditional put for each fact; a fact that is there already changes nothing. */
  addFact(fact: Fact): Promise<void>;
  /** Reads all facts consistently, computes the summary and stores it if it changed and nobody stored one made from more. */
  refresh(interactionId: string): Promise<Interaction | undefined>;
  /** Computed from the facts, never from the summary. */
  read(interactionId: string): Promise<{ interaction: Interaction; facts: Fact[]; notes: Note[] } | undefined>;
  list(index: InteractionIndex, key: string, next?: string): Promise<Page<ListedInteraction>>;
  addNote(interactionId: string, note: Note): Promise<void>;
}

export interface Clock {
  now(): Date;
}
