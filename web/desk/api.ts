/** The desk's API as the page asks it. Nothing throws: each answer is a value or a trouble with its words. */
import type {
  ApiError,
  CallExplanation,
  CallPermission,
  CallRequest,
  InteractionList,
  InteractionPage,
  InteractionRow,
  Me,
  NewNote,
  NewRequest,
  Note,
  PeopleFound,
  PeopleSearch,
  PersonEdit,
  PersonFields,
  PersonMerge,
  PersonPage,
  QuickConnects,
  RequestEdit,
  RequestPage,
  ShownPerson,
} from '../../domain/api.ts';
import type { ServiceRequest } from '../../domain/directory/types.ts';
import { words } from './words.ts';

export type TroubleKind = ApiError['error'] | 'network' | 'timeout';
export interface Trouble {
  kind: TroubleKind;
  message: string;
  /** With `conflict`: what the thing looks like now, as the API sent it. */
  current?: unknown;
  /** With `invalid`: what is wrong, by field. */
  fields?: ApiError['fields'];
}
export type Result<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

const limitMs = 10_000;

/** Statuses whose body is not the API's own: the gateway's authorizer and limits answer in other shapes. */
const kindOfStatus: Record<number, TroubleKind> = {
  400: 'invalid',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
};
const ownWords: Partial<Record<TroubleKind, string>> = words.trouble;

function failure<T>(kind: TroubleKind, message?: string, more: Partial<ApiError> = {}): Result<T> {
  const { current, fields } = more;
  return { ok: false, trouble: { kind, message: message ?? ownWords[kind] ?? words.trouble.fault, current, fields } };
}

async function readAnswer<T>(response: Response): Promise<Result<T>> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return { ok: true, value: body as T };
  const refused: Partial<ApiError> = typeof body === 'object' && body !== null ? body : {};
  const said = refused.message === undefined ? undefined : String(refused.message);
  const kind = kindOfStatus[response.status] ?? 'fault';
  // A fault's own text is for logs, and the gateway's 401 says only 'Unauthorized'.
  return failure(kind, kind === 'fault' || kind === 'not-signed-in' ? undefined : said, refused);
}

export interface Access {
  /** The access token now, absent without a session. */
  token: () => string | undefined;
  /** Tries to renew it; true when a new one is there. */
  renew: () => Promise<boolean>;
}

let access: Access = { token: () => undefined, renew: async () => false };
export const useAccess = (given: Access): void => {
  access = given;
};

async function once<T>(method: string, path: string, body?: unknown): Promise<Result<T>> {
  const headers: Record<string, string> = {};
  const token = access.token();
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(limitMs),
    });
    return await readAnswer<T>(response);
  } catch (error) {
    return failure(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'network');
  }
}

/** A token can end between two looks at the clock: one renewal, one more try. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<Result<T>> {
  const first = await once<T>(method, path, body);
  if (first.ok || first.trouble.kind !== 'not-signed-in') return first;
  return (await access.renew()) ? await once<T>(method, path, body) : first;
}

const id = encodeURIComponent;
const query = (parts: Record<string, string | undefined>) => {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

export const api = {
  me: () => ask<Me>('GET', '/me'),
  peopleByNumber: (telephone: string) => ask<PeopleFound>('GET', `/people${query({ telephone })}`),
  /** Digits that a caller keyed in: nobody says of which kind they are. */
  peopleByKeyed: (keyed: string) =>
    ask<PeopleFound>('GET', `/people${query({ request: keyed, employeeID: keyed, supportID: keyed })}`),
  searchPeople: (q: string) => ask<PeopleSearch>('GET', `/people/search${query({ q })}`),
  createPerson: (fields: PersonFields) => ask<ShownPerson>('POST', '/people', fields),
  editPerson: (personId: string, edit: PersonEdit) => ask<ShownPerson>('PUT', `/people/${id(personId)}`, edit),
  mergePerson: (duplicateId: string, merge: PersonMerge) =>
    ask<ShownPerson>('POST', `/people/${id(duplicateId)}/merge`, merge),
  person: (personId: string, next?: string) => ask<PersonPage>('GET', `/people/${id(personId)}${query({ next })}`),
  createRequest: (request: NewRequest) => ask<ServiceRequest>('POST', '/requests', request),
  request: (number: string) => ask<RequestPage>('GET', `/requests/${id(number)}`),
  editRequest: (number: string, edit: RequestEdit) => ask<ServiceRequest>('PATCH', `/requests/${id(number)}`, edit),
  addRequestNote: (number: string, note: NewNote) => ask<Note>('POST', `/requests/${id(number)}/notes`, note),
  interactions: (of: { person?: string; agent?: string; day?: string; next?: string }) =>
    ask<InteractionList>('GET', `/interactions${query(of)}`),
  interaction: (interactionId: string) => ask<InteractionPage>('GET', `/interactions/${id(interactionId)}`),
  explainCall: (interactionId: string) => ask<CallExplanation>('GET', `/interactions/${id(interactionId)}/explanation`),
  explainClues: (asked: string) => ask<CallExplanation>('GET', `/explanation?${asked}`),
  chooseCaller: (interactionId: string, personId: string) =>
    ask<InteractionRow>('POST', `/interactions/${id(interactionId)}/caller`, { personId }),
  callPermission: (request: CallRequest) => ask<CallPermission>('POST', '/calls/permission', request),
  quickConnects: () => ask<QuickConnects>('GET', '/quick-connects'),
  addNote: (interactionId: string, note: NewNote) =>
    ask<Note>('POST', `/interactions/${id(interactionId)}/notes`, note),
};
