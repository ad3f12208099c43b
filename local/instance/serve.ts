import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../connect/cti/http.ts';
import { servePage } from '../serve-page.ts';
import { createInstanceApi } from './api.ts';
import type { InstanceBook, InstanceControl } from './types.ts';

export interface InstancePage {
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
  close(): void;
}

/** The instance page at `/instance` and its API. */
export function createInstancePage(control: InstanceControl, book: () => InstanceBook): InstancePage {
  const api = createInstanceApi(control, book);
  const page = servePage('/instance', new URL('page/', import.meta.url));
  return {
    async handle(req, res, path) {
      if (await page(req, res, path)) return;
      if (path === '/instance/api' || path.startsWith('/instance/api/')) await api.handle(req, res, path);
      else sendJson(res, 404, { error: 'not-found', message: `There is nothing at ${path}.` });
    },
    close: api.close,
  };
}
