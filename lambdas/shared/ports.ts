/**
 * The collaborators of the handlers, named for the role they play. `adapters/` implements them on AWS; tests use the
 * adapters over a mocked client or fakes that record.
 */
import type { Note } from '../../domain/api.ts';
import type { AgentRecord, Person, ServiceRequest } from '../../domain/directory/types.ts';
import type { Fact } from '../../domain/interaction/facts.ts';
import type { Interaction } from '../../domain/interaction/types.ts';
import type { InteractionIndex } from '../../domain/tables.ts';

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  next?: string;
}

export interface Directory {
  /** People whose number is exactly this E.164; one query. */
  peopleByPhone(e164: string): Promise<Person[]>;
  /** The person with all open requests and one page of the others, newest first; one query. */
  personWithRequests(
    id: string,
    next?: string,
  ): Promise<{ person: Person; open: ServiceRequest[]; previous: Page<ServiceRequest> } | undefined>;
  request(number: string): Promise<ServiceRequest | undefined>;
  addRequest(request: ServiceRequest): Promise<void>;
  agentByArn(arns: string[]): Promise<AgentRecord[]>;
  agentByUsername(username: string): Promise<AgentRecord | undefined>;
  putAgent(agent: AgentRecord): Promise<void>;
}

export interface Interactions {
  /** One conditional put for each fact; a fact that is there already changes nothing. */
  addFact(fact: Fact): Promise<void>;
  /** Reads all facts consistently, computes the summary and stores it if it changed and nobody stored one made from more. */
  refresh(interactionId: string): Promise<Interaction | undefined>;
  /** Computed from the facts, never from the summary. */
  read(interactionId: string): Promise<{ interaction: Interaction; notes: Note[] } | undefined>;
  list(index: InteractionIndex, key: string, next?: string): Promise<Page<Interaction>>;
  addNote(interactionId: string, note: Note): Promise<void>;
}

export interface Clock {
  now(): Date;
}
