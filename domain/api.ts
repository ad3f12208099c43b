/**
 * The desk's API: its routes; schemas of bodies and shapes of answers stand in `api/`, by what they are about. Pages
 * import types only from here, so that the schema library stays out of their bundle.
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
export * from './api/calls.ts';
export type { ShownNumber } from './api/fields.ts';
export * from './api/interactions.ts';
export * from './api/notes.ts';
export * from './api/people.ts';
export * from './api/quick-connects.ts';
export * from './api/requests.ts';

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

export interface Me {
  username: string;
  name: string;
  roles: Role[];
  /** Absent until Connect is known to have a user of this name. */
  agentArn?: string;
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
