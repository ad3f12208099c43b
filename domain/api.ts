/**
 * The desk's API: one schema per body and the shape of every answer. Pages import types only from here, so that the
 * schema library stays out of their bundle.
 *
 *   GET   /api/me                              → Me
 *   GET   /api/people?telephone=…              → PeopleFound         also supportID, employeeID, request, name, email
 *   GET   /api/people/search?q=                → PeopleSearch        as one types: name, email, number, ids
 *   POST  /api/people             PersonFields → ShownPerson         201
 *   GET   /api/people/{id}                     → PersonPage          ?next= for older requests
 *   PUT   /api/people/{id}        PersonEdit   → ShownPerson
 *   POST  /api/people/{id}/merge  PersonMerge  → ShownPerson         {id} is the duplicate; answers who stays
 *   POST  /api/requests           NewRequest   → ServiceRequest      201
 *   GET   /api/requests/{number}               → RequestPage
 *   PATCH /api/requests/{number}  RequestEdit  → ServiceRequest
 *   POST  /api/requests/{number}/notes NewNote → Note                201
 *   GET   /api/interactions                    → InteractionList     ?person= | ?agent=me | ?day=YYYY-MM-DD | ?open=true, ?next=
 *   GET   /api/interactions/{id}               → InteractionPage
 *   GET   /api/interactions/{id}/explanation   → CallExplanation     supervisors
 *   POST  /api/interactions/{id}/caller CallerChoice → InteractionRow
 *   POST  /api/interactions/{id}/notes NewNote → Note                201
 *   POST  /api/calls/permission   CallRequest  → CallPermission      may this number be dialled now
 *   GET   /api/quick-connects                  → QuickConnects       whom a call can be handed to
 *   GET   /api/explanation?telephone=…         → CallExplanation     supervisors; parameters as of /api/people, and dialled
 *
 * Every error is `{error, message}`: `error` a word of `apiErrors` for programs, `message` a sentence for people. An edit
 * that somebody else was faster with is a `conflict` that carries the newer version as `current`.
 */
import * as z from 'zod/mini';
import type { Explanation } from './caller/explanation.ts';
import type { CallerOutcome } from './caller/outcome.ts';
import type { Person, Phone, ServiceRequest } from './directory/types.ts';
import { phoneLabels, requestPriorities, requestStatuses } from './directory/types.ts';
import type { Interaction } from './interaction/types.ts';

export const roles = ['agent', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Error words and the HTTP status of each. */
export const apiErrors = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  fault: 500,
} as const;
export interface ApiError {
  error: keyof typeof apiErrors;
  message: string;
  /** With `conflict`: what the thing looks like now. */
  current?: unknown;
  /** With `invalid`: what is wrong, by the field of the body, where more than one may be. */
  fields?: { [field: string]: string };
}

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const newRequest = z.strictObject({
  personId: z.optional(text(100)),
  subject: text(200),
  description: z.optional(z.string().check(z.maxLength(10_000))),
  priority: z.optional(z.enum(requestPriorities)),
  category: z.optional(text(100)),
  interactionId: z.optional(text(256)),
});
export type NewRequest = z.infer<typeof newRequest>;

export const requestEdit = z.strictObject({
  /** `updatedAt` of the version that the edit was made from. */
  from: text(40),
  personId: z.optional(text(100)),
  subject: z.optional(text(200)),
  description: z.optional(z.string().check(z.maxLength(10_000))),
  status: z.optional(z.enum(requestStatuses)),
  priority: z.optional(z.enum(requestPriorities)),
  category: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  /** User name of an agent; empty when nobody is to have it. */
  assignedTo: z.optional(z.string().check(z.trim(), z.maxLength(100))),
});
export type RequestEdit = z.infer<typeof requestEdit>;

/** Who the caller is, as the agent says. */
export const callerChoice = z.strictObject({ personId: text(100) });
export type CallerChoice = z.infer<typeof callerChoice>;

const field = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max)));
const integer = z.optional(z.int());
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

/** An agent wants to dial; `override` is for those whose role permits it, with their reason. */
export const callRequest = z.strictObject({
  number: text(200),
  personId: z.optional(text(100)),
  override: z.optional(z.strictObject({ reason: text(200) })),
});
export type CallRequest = z.infer<typeof callRequest>;

/** Why a number must not be dialled now. */
export const callRefusals = ['do-not-call', 'outside-hours', 'not-dialable'] as const;
export type CallRefusal = (typeof callRefusals)[number];

interface AskedNumber {
  /** E.164. */
  dial: string;
  display: string;
  /** Time of day where the number rings, `HH:MM`, with the zone's name; absent where none or more than one is possible. */
  localTime?: string;
  timeZone?: string;
}
export type CallPermission =
  | (AskedNumber & {
      permitted: true;
      /** Id of the permit. */
      permit: string;
      /** ISO 8601: dial before it. */
      until: string;
      /** The call will be recorded, which the agent is told before it connects. */
      recorded: boolean;
    })
  | (Omit<AskedNumber, 'dial'> & {
      permitted: false;
      /** E.164; absent with `not-dialable`. */
      dial?: string;
      reason: CallRefusal;
      /** Whether the asking agent's role may override it. */
      mayOverride: boolean;
      /** ISO 8601: with `outside-hours`, when calling hours begin again. */
      opensAt?: string;
    });

/** What is known of an agent from Connect's agent event stream; the type of a call overlays what was chosen. */
export interface AgentPresence {
  /** Connect's own name, e.g. `Available`, `Lunch`. */
  name: string;
  type: 'available' | 'away' | 'offline' | 'busy';
  /** ISO 8601. */
  since: string;
}
export interface QuickConnects {
  /** By name; `arn` is the quick connect's, which Streams gives too. */
  agents: { arn: string; name: string; username: string; presence?: AgentPresence }[];
  /** `arn` is the quick connect's. The figures are absent while Connect does not tell them; waits are in seconds. */
  queues: { arn: string; name: string; waiting?: number; longestWaitSeconds?: number; available?: number }[];
  /** ISO 8601: when Connect took these figures; absent with them. */
  asOf?: string;
}

export const newNote = z.strictObject({ text: text(10_000) });
export type NewNote = z.infer<typeof newNote>;

/** Numbers arrive with the form to show and the form to dial, so that the page needs no phone library. */
export interface ShownNumber {
  display: string;
  /** E.164 where it could be read, else absent: nothing to dial. */
  dial?: string;
}

/** A number of a person: as typed, which is what an edit sends back, and as it is shown and dialled. */
export interface ShownPhone extends ShownNumber {
  label: Phone['label'];
  number: string;
}

export type ShownPerson = Omit<Person, 'phones'> & { phones: ShownPhone[] };

export interface Me {
  username: string;
  name: string;
  roles: Role[];
  /** Absent until Connect is known to have a user of this name. */
  agentArn?: string;
}

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

export interface RequestPage extends ServiceRequest {
  /** Name of whose request it is. */
  personName?: string;
  /** Oldest first. */
  notes: Note[];
}

export interface Note {
  id: string;
  at: string;
  /** User name. */
  by: string;
  text: string;
}

/** What lists show of an interaction; names are resolved by the server. */
export interface InteractionRow {
  id: string;
  /** The channel in the words of service desks; voice is the one that Deskline has. */
  type: 'Phone';
  state: Interaction['state'];
  outcome?: Interaction['outcome'];
  direction: Interaction['direction'];
  startedAt: string;
  endedAt?: string;
  caller: {
    number?: ShownNumber;
    personId?: string;
    personName?: string;
    outcome?: CallerOutcome;
    /** User name of the agent who said that it is this person. */
    chosenBy?: string;
    /** ISO 8601. */
    chosenAt?: string;
  };
  /** The request that the caller named. */
  requestNumber?: string;
  dialled?: ShownNumber;
  agentName?: string;
  queueName?: string;
  /** Of a call out: by which right it was dialled. A violation is of the agent whom the row names. */
  permit?: Interaction['permit'];
}

/** One climb of the caller ladder. */
export interface ExplainedLookUp extends Explanation {
  at: string;
  /** As the network delivered it. */
  number?: ShownNumber;
  keyed?: string;
  requestNumber?: string;
}

/** Why a call was taken for whose. */
export interface CallExplanation {
  /** Oldest first: at the call's beginning, then one for each number that was keyed in; none when the look-up failed. */
  lookUps: ExplainedLookUp[];
  /** Whom agents said the caller is, oldest first. */
  choices: { at: string; by: string; personId: string; personName: string }[];
  number?: ShownNumber;
  dialled?: ShownNumber;
}

export interface InteractionList {
  interactions: InteractionRow[];
  next?: string;
}

export interface InteractionPage extends InteractionRow {
  history: Interaction['history'];
  legs: (Interaction['legs'][number] & { agentName?: string; queueName?: string })[];
  notes: Note[];
}

/** `config.json` beside the page: what a deployment knows and the bundle cannot. */
export interface PageConfig {
  stage: string;
  /** Authority of the OIDC sign-in; the discovery document lies below it. */
  issuer: string;
  clientId: string;
  /** e.g. `openid profile email`. */
  scope: string;
  /** Where signing out ends the issuer's session; `{returnTo}` stands for the page's own address. Absent: the issuer's `end_session_endpoint`. */
  signOutUrl?: string;
  /** Address of the instance, e.g. `https://example.my.connect.aws`. */
  instanceUrl: string;
  /** The softphone frame, e.g. `https://example.my.connect.aws/ccp-v2/`. */
  ccpUrl: string;
  region: string;
  /** What a phone link does: `softphone`, or what it opens, e.g. `tel:{number}`; `{number}` stands for the E.164 number. */
  dialLink: string;
}
