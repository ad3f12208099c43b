/**
 * The desk's API: one schema per body and the shape of every answer. Pages import types only from here, so that the
 * schema library stays out of their bundle.
 *
 *   GET  /api/me                              → Me
 *   GET  /api/people?telephone=               → PeopleFound
 *   GET  /api/people/{id}                     → PersonPage          ?next= for older requests
 *   POST /api/requests           NewRequest   → ServiceRequest      201
 *   GET  /api/requests/{number}               → ServiceRequest
 *   GET  /api/interactions                    → InteractionList     ?person= | ?agent=me | ?day=YYYY-MM-DD | ?open=true, ?next=
 *   GET  /api/interactions/{id}               → InteractionPage
 *   POST /api/interactions/{id}/notes NewNote → Note                201
 *
 * Every error is `{error, message}`: `error` a word of `apiErrors` for programs, `message` a sentence for people.
 */
import * as z from 'zod/mini';
import type { CallerOutcome } from './caller/outcome.ts';
import type { Person, ServiceRequest } from './directory/types.ts';
import { requestPriorities } from './directory/types.ts';
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
export type ApiError = { error: keyof typeof apiErrors; message: string };

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

export const newNote = z.strictObject({ text: text(10_000) });
export type NewNote = z.infer<typeof newNote>;

/** Numbers arrive with the form to show and the form to dial, so that the page needs no phone library. */
export interface ShownNumber {
  label?: string;
  display: string;
  /** E.164 where it could be read, else absent: nothing to dial. */
  dial?: string;
}

export type ShownPerson = Omit<Person, 'phones'> & { phones: ShownNumber[] };

export interface Me {
  username: string;
  name: string;
  roles: Role[];
  /** Absent until Connect is known to have a user of this name. */
  agentArn?: string;
}

export interface PeopleFound {
  outcome: CallerOutcome;
  number?: ShownNumber;
  people: ShownPerson[];
}

export interface PersonPage {
  person: ShownPerson;
  /** All of them, newest first. */
  open: ServiceRequest[];
  previous: ServiceRequest[];
  next?: string;
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
  state: Interaction['state'];
  outcome?: Interaction['outcome'];
  direction: Interaction['direction'];
  startedAt: string;
  endedAt?: string;
  caller: { number?: ShownNumber; personId?: string; personName?: string; outcome?: CallerOutcome };
  dialled?: ShownNumber;
  agentName?: string;
  queueName?: string;
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
}
