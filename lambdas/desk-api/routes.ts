import type { Handle, Routes } from '../shared/http.ts';
import { Refused } from '../shared/parse.ts';
import { chooseCaller } from './choose-caller.ts';
import { createPerson, editPerson } from './edit-person.ts';
import { explainCall, explainClues } from './explain.ts';
import { findPeople } from './find-people.ts';
import { addNote, listInteractions, readInteraction } from './interactions.ts';
import { whoAmI } from './me.ts';
import { mergePerson } from './merge-person.ts';
import { permitCall } from './permit-call.ts';
import type { Desk } from './ports.ts';
import { quickConnects } from './quick-connects.ts';
import { readPerson } from './read-person.ts';
import { addRequestNote, createRequest, readRequest, updateRequest } from './requests.ts';
import { searchPeople } from './search-people.ts';

/** The routes of domain/api.ts, for everybody who has a role unless one is for agents or for supervisors. */
export const routes = (desk: Desk): Routes => ({
  'GET /api/me': whoAmI(desk),
  'GET /api/people': findPeople(desk),
  'GET /api/people/search': searchPeople(desk),
  'POST /api/people': createPerson(desk),
  'GET /api/people/{id}': readPerson(desk),
  'PUT /api/people/{id}': editPerson(desk),
  'POST /api/people/{id}/merge': mergePerson(desk),
  'POST /api/requests': createRequest(desk),
  'GET /api/requests/{number}': readRequest(desk),
  'PATCH /api/requests/{number}': updateRequest(desk),
  'POST /api/requests/{number}/notes': addRequestNote(desk),
  'GET /api/interactions': listInteractions(desk),
  'GET /api/interactions/{id}': readInteraction(desk),
  'POST /api/interactions/{id}/notes': addNote(desk),
  'POST /api/interactions/{id}/caller': chooseCaller(desk),
  'GET /api/interactions/{id}/explanation': supervisors(explainCall(desk)),
  'POST /api/calls/permission': permitCall(desk),
  'GET /api/quick-connects': agents(quickConnects(desk)),
  'GET /api/explanation': supervisors(explainClues(desk)),
});

const supervisors =
  (handle: Handle): Handle =>
  async (request) => {
    const { username, roles } = request.user;
    if (roles.some((role) => role !== 'agent')) return handle(request);
    throw new Refused('forbidden', `This is for supervisors, and ${username} is none.`);
  };

const agents =
  (handle: Handle): Handle =>
  async (request) => {
    const { username, roles } = request.user;
    if (roles.includes('agent')) return handle(request);
    throw new Refused('forbidden', `This is for agents, and ${username} is none.`);
  };
