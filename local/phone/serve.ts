import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../connect/cti/http.ts';
import type { SoundRelay } from '../connect/cti/sound.ts';
import type { Connect } from '../connect/types.ts';
import type { Clock } from '../ports.ts';
import { servePage } from '../serve-page.ts';
import { createPhoneApi } from './api.ts';
import type { Caller } from './types.ts';

export type { Caller } from './types.ts';

export interface Phone {
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
  close(): void;
}

/** The caller's page at `/phone` and its API. */
export function createPhone(options: {
  connect: Connect;
  clock: Clock;
  people: () => Caller[];
  sound: Pick<SoundRelay, 'offer'>;
}): Phone {
  const api = createPhoneApi(options);
  const page = servePage('/phone', new URL('page/', import.meta.url));
  return {
    async handle(req, res, path) {
      if (await page(req, res, path)) return;
      if (path === '/phone/api' || path.startsWith('/phone/api/')) await api.handle(req, res, path);
      else sendJson(res, 404, { error: 'not-found', message: `There is nothing at ${path}.` });
    },
    close: api.close,
  };
}
