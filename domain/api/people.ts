import * as z from 'zod/mini';
import type { CallerOutcome } from '../caller/outcome.ts';
import { type Person, type Phone, phoneLabels, type ServiceRequest } from '../directory/types.ts';
import { field, integer, type ShownNumber, text } from './fields.ts';

/** What people type of a person; an empty text is the same as none. What a number or a country must look like: domain/directory. */
const personFieldShape = {
  name: text(200),
  firstName: field(100),
  lastName: field(100),
  userName: field(128),
  emails: z.optional(z.array(text(254)).check(z.maxLength(6))),
  phones: z.optional(z.array(z.strictObject({ label: z.enum(phoneLabels), number: text(200) })).check(z.maxLength(6))),
  supportId: field(50),
  employeeId: field(128),
  organisation: field(128),
  site: field(128),
  building: field(128),
  floor: field(50),
  cubicle: field(50),
  carNumber: field(50),
  text1: field(200),
  text2: field(200),
  integer1: integer,
  integer2: integer,
  language: field(35),
  vip: z.optional(z.boolean()),
  active: z.optional(z.boolean()),
  doNotCall: z.optional(z.boolean()),
  region: field(2),
};
export const personFields = z.strictObject(personFieldShape);
export type PersonFields = z.infer<typeof personFields>;

/** The whole person as it shall be; `version` is the one that the edit was made from. */
export const personEdit = z.strictObject({ ...personFieldShape, version: z.int() });
export type PersonEdit = z.infer<typeof personEdit>;

export const personMerge = z.strictObject({ into: text(100), version: z.int(), intoVersion: z.int() });
export type PersonMerge = z.infer<typeof personMerge>;

/** A number of a person: as typed, which is what an edit sends back, and as it is shown and dialled. */
export interface ShownPhone extends ShownNumber {
  label: Phone['label'];
  number: string;
}

export type ShownPerson = Omit<Person, 'phones'> & { phones: ShownPhone[] };

/** Somebody whom the ladder found. */
export interface FoundPerson extends ShownPerson {
  /** A candidate is offered, never selected by itself. */
  certainty: 'yes' | 'candidate';
}

export interface PeopleFound {
  outcome: CallerOutcome;
  /** The telephone number that was asked for, if any. */
  number?: ShownNumber;
  /** At most ten. */
  people: FoundPerson[];
  /** There are more than the ten. */
  more: boolean;
  /** The request that was asked for, if there is one. */
  request?: ServiceRequest;
}

export interface PeopleSearch {
  /** At most twenty, best first. */
  people: ShownPerson[];
  more: boolean;
}

export interface PersonPage {
  person: ShownPerson;
  /** All of them, newest first. */
  open: ServiceRequest[];
  previous: ServiceRequest[];
  next?: string;
}
