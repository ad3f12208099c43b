import * as z from 'zod/mini';
import { type NewRequest, newRequest } from '../../domain/api.ts';
import { nobody } from '../../domain/directory/items.ts';
import { requestNumber } from '../../domain/directory/request-number.ts';
import type { ServiceRequest } from '../../domain/directory/types.ts';
import type { Handle } from '../shared/http.ts';
import { parsed, Refused } from '../shared/parse.ts';
import type { Desk } from './ports.ts';

/** Numbers are drawn, so another attempt helps; each draws from ten times as many. */
const attempts = 4;

const number = z.string().check(z.maxLength(50));

export const createRequest =
  (desk: Desk): Handle =>
  async ({ user, body }) => {
    const asked: NewRequest = body(newRequest);
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
      if (outcome === 'no-such-person')
        throw new Refused('not-found', 'There is no such person to open a request for.');
    }
    throw new Refused('conflict', 'Others are writing to the same person just now. Save once more.');
  };

export const readRequest =
  ({ directory }: Desk): Handle =>
  async ({ path }) => {
    const asked = parsed(number, path.number, 'number');
    const request = await directory.request(asked);
    if (!request) throw new Refused('not-found', `There is no request ${asked}.`);
    return { body: request };
  };
