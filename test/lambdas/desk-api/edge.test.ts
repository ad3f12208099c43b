import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { apiErrors, newRequest } from '../../../domain/api.ts';
import { answer, type Routes } from '../../../lambdas/shared/http.ts';
import { anEvent } from './http-event.ts';

const routes: Routes = {
  'GET /api/people/{id}': async ({ path, user }) => ({ body: { id: path.id, by: user } }),
  'POST /api/requests': async ({ body }) => ({ status: 201, body: body(newRequest) }),
  'POST /api/anything': async ({ body }) => ({ body: body(z.unknown()) }),
  'GET /api/broken': async () => {
    throw new Error('the table is gone');
  },
};
const ask = async (...event: Parameters<typeof anEvent>) => {
  const faults: unknown[] = [];
  const result = await answer(anEvent(...event), routes, 'cognito:groups', (fault) => faults.push(fault));
  return { status: result.statusCode, body: JSON.parse(result.body ?? ''), faults };
};

describe('the API’s edge', () => {
  it.each([
    ['a body that is no JSON', 'POST /api/requests', { body: '{"subject":' }, 'invalid', 'The body is not JSON.'],
    ['no body', 'POST /api/requests', {}, 'invalid', 'The body is not JSON.'],
    ['a body that is no object', 'POST /api/requests', { body: '[]' }, 'invalid', 'body must be an object.'],
    ['a missing member', 'POST /api/requests', { body: '{}' }, 'invalid', 'body.subject must be a string.'],
    [
      'a blank member',
      'POST /api/requests',
      { body: '{"subject":"  "}' },
      'invalid',
      'body.subject must not be empty.',
    ],
    [
      'a member that is too long',
      'POST /api/requests',
      { body: JSON.stringify({ subject: 'x'.repeat(201) }) },
      'invalid',
      'body.subject is too long: at most 200 characters are allowed.',
    ],
    [
      'a word that is not in the list',
      'POST /api/requests',
      { body: '{"subject":"a","priority":"soon"}' },
      'invalid',
      'body.priority must be one of: low, normal, high, urgent.',
    ],
    [
      'a member that nobody knows',
      'POST /api/requests',
      { body: '{"subject":"a","status":"closed"}' },
      'invalid',
      'body has a member that is not known: "status".',
    ],
    [
      'a body that is too large',
      'POST /api/requests',
      { body: `"${'x'.repeat(70_000)}"` },
      'too-large',
      'The body has 70002 bytes; at most 65536 are allowed.',
    ],
    ['a path that does not exist', 'GET /api/nothing', {}, 'not-found', 'There is no GET /api/nothing.'],
    ['a method that does not exist', 'DELETE /api/people/amy', {}, 'not-found', 'There is no DELETE /api/people/amy.'],
    ['a path parameter that is empty', 'GET /api/people/', {}, 'not-found', 'There is no GET /api/people/.'],
    ['nobody signed in', 'GET /api/people/amy', { claims: {} }, 'not-signed-in', 'Sign in to use the desk.'],
    [
      'somebody without a role',
      'GET /api/people/amy',
      { claims: { username: 'eve', 'cognito:groups': '[staff]' } },
      'forbidden',
      'eve is in none of the groups agent, supervisor or admin. Ask your administrator to add you to one.',
    ],
  ] as const)('refuses %s', async (_, line, over, error, message) => {
    const { status, body, faults } = await ask(line, over);
    expect({ status, ...body }).toEqual({ status: apiErrors[error], error, message });
    expect(faults).toEqual([]);
  });

  it('tells a fault to the log and a bland sentence to the agent', async () => {
    const { status, body, faults } = await ask('GET /api/broken');
    expect([status, body.error]).toEqual([500, 'fault']);
    expect(body.message).not.toContain('table');
    expect(String(faults[0])).toContain('the table is gone');
  });

  it('reads a body that API Gateway has encoded', async () => {
    const { status, body } = await ask('POST /api/requests', { body: btoa('{"subject":"a"}'), base64: true });
    expect([status, body]).toEqual([201, { subject: 'a' }]);
  });

  it('decodes path parameters, and takes one that cannot be decoded as it is', async () => {
    expect((await ask('GET /api/people/a%20b')).body.id).toBe('a b');
    expect((await ask('GET /api/people/100%')).body.id).toBe('100%');
  });

  it('knows the user and the roles of an issuer that names them otherwise', async () => {
    const { body } = await ask('GET /api/people/amy', {
      claims: { preferred_username: 'sue', 'cognito:groups': 'supervisor' },
    });
    expect(body.by).toEqual({ username: 'sue', roles: ['supervisor'] });
  });

  it('never answers 500 to what a client sends', async () => {
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        fc.oneof(
          text.map((rest) => `/api/${rest.replaceAll(' ', '')}`),
          fc.constantFrom('/api/requests', '/api/people/%ff'),
        ),
        fc.oneof(text, fc.json()),
        fc.boolean(),
        async (method, path, body, base64) => {
          if (path === '/api/broken') return;
          const { status } = await ask(`${method} ${path}`, { body, base64 });
          expect(status).toBeLessThan(500);
        },
      ),
    );
  });
});
