import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { PeopleFound, PeopleSearch, PersonPage, ShownPerson } from '../../domain/api.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { loadSample } from '../../local/sample/index.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({
    ...{ assembly: inject('assembly'), deskPort: 0, instancePort: 0, clock: 'free' },
    sample: loadSample,
  });
});
afterAll(() => desk.stop());

async function api<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const headers = { 'content-type': 'application/json', authorization: await desk.token('ned') };
  const answer = await fetch(desk.deskUrl + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

it('creates, finds, edits and merges people with the permissions that are deployed', async () => {
  const phones = [{ label: 'work', number: '(415) 555-0142' }];
  const made = await api<ShownPerson>('POST', '/api/people', { name: 'O. Haddad', phones, employeeId: '20777' });
  expect(made.status).toBe(201);
  const { id } = made.body;

  const searched = await api<PeopleSearch>('GET', '/api/people/search?q=hadd');
  expect(searched.body.people.map(({ name }) => name)).toEqual(['Leila Haddad', 'O. Haddad', 'Omar Haddad']);

  const edited = await api<ShownPerson>('PUT', `/api/people/${id}`, { name: 'Omar H.', phones, version: 1 });
  expect(edited).toMatchObject({ status: 200, body: { name: 'Omar H.', version: 2 } });

  const merge = { into: 'sample-omar', version: 2, intoVersion: 1 };
  expect((await api<ShownPerson>('POST', `/api/people/${id}/merge`, merge)).status).toBe(200);
  expect((await api<PersonPage>('GET', `/api/people/${id}`)).body.person.mergedInto).toBe('sample-omar');

  const calling = await api<PeopleFound>('GET', '/api/people?telephone=%2B14155550142');
  expect(calling.body.people.map(({ id: found }) => found).sort()).toEqual(['sample-leila', 'sample-omar']);
  expect(desk.problems()).toEqual([]);
});

it('moves the requests of a sample person who is merged', async () => {
  const merge = { into: 'sample-elsa', version: 1, intoVersion: 1 };
  expect((await api('POST', '/api/people/sample-priya/merge', merge)).status).toBe(200);
  const page = await api<PersonPage>('GET', '/api/people/sample-elsa');
  expect(page.body.open.map(({ number }) => number)).toEqual(['RQ-10040']);
});
