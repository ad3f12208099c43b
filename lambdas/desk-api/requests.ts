import * as z from 'zod/mini';
import { type NewRequest, type Note, newNote, newRequest, type RequestPage, requestEdit } from '../../domain/api.ts';
import { nobody } from '../../domain/directory/nobody.ts';
import { editRequest } from '../../domain/directory/request-edit.ts';
import { requestNumber } from '../../domain/directory/request-number.ts';
import type { Person, ServiceRequest } from '../../domain/directory/types.ts';
import type { Handle } from '../shared/http.ts';
import { parsed, Refused } from '../shared/parse.ts';
import type { Desk } from './ports.ts';
import { selectable } from './selectable.ts';

/** Numbers are drawn, so another attempt helps; each draws from ten times as many. */
const attempts = 4;

const number = z.string().check(z.maxLength(50));

export const createRequest =
  (desk: Desk): Handle =>
  async ({ user, body }) => {
    const asked: NewRequest = body(newRequest);
    await requesterOf(desk, asked.personId);
    const now = desk.clock.now().toISOString();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const request: ServiceRequest = {
        ...asked,
        number: requestNumber(desk.random(), attempt),
        personId: asked.personId ?? nobody,
        status: 'open',
        priority: asked.priority ?? 'normal',
        assignedTo: user.username,
        openedAt: now,
        updatedAt: now,
      };
      const outcome = await desk.directory.addRequest(request);
      if (outcome === 'added') return { status: 201, body: request };
      if (outcome === 'no-such-person') throw noSuchRequester();
    }
    throw new Refused('conflict', 'Others are writing to the same person just now. Save once more.');
  };

export const readRequest =
  (desk: Desk): Handle =>
  async ({ path }) => {
    const { request, notes, requester } = await existingRequest(desk, path.number);
    const page: RequestPage = { ...request, notes, personName: requester?.name };
    return { body: page };
  };

export const updateRequest =
  (desk: Desk): Handle =>
  async ({ path, body }) => {
    const { from, ...edit } = body(requestEdit);
    const { request } = await existingRequest(desk, path.number);
    if (request.updatedAt !== from) throw changedMeanwhile(request);
    await requesterOf(desk, edit.personId);
    const edited = editRequest(request, edit, desk.clock.now().toISOString());
    if (edited.kind === 'refused') throw new Refused('invalid', edited.reason);
    if (edited.kind === 'unchanged') return { body: request };
    const saved = await desk.directory.saveRequest(request, edited.request);
    if (saved.outcome === 'newer') throw changedMeanwhile(saved.newer);
    if (saved.outcome === 'no-such-person') throw noSuchRequester();
    if (saved.outcome === 'gone') throw new Refused('not-found', `There is no request ${request.number} any more.`);
    return { body: saved.value };
  };

export const addRequestNote =
  (desk: Desk): Handle =>
  async ({ path, user, body }) => {
    const { text } = body(newNote);
    const { request } = await existingRequest(desk, path.number);
    const note: Note = { id: desk.newId(), at: desk.clock.now().toISOString(), by: user.username, text };
    await desk.directory.addRequestNote(request.number, note);
    return { status: 201, body: note };
  };

/** @throws Refused when there is none of this number, or it is of somebody whom this desk does not serve. */
async function existingRequest(desk: Desk, given: string | undefined) {
  const asked = parsed(number, given, 'number');
  const found = await desk.directory.requestWithNotes(asked);
  if (!found) throw new Refused('not-found', `There is no request ${asked}.`);
  return { ...found, requester: await requesterOf(desk, found.request.personId, true) };
}

/** @param lenient A requester whom the directory has lost does not make their request unreadable. */
async function requesterOf(desk: Desk, personId: string | undefined, lenient = false): Promise<Person | undefined> {
  if (personId === undefined || personId === nobody) return undefined;
  const person = await desk.people.person(personId);
  if (!person && lenient) return undefined;
  if (!person) throw noSuchRequester();
  return selectable(person, desk.organisations);
}

const noSuchRequester = () => new Refused('not-found', 'There is no such person to open a request for.');

const changedMeanwhile = (newer: ServiceRequest) =>
  new Refused('conflict', `Somebody else has changed ${newer.number} meanwhile.`, newer);
