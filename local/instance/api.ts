import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import { RequestError, readObject, sendJson } from '../connect/cti/http.ts';
import { actions } from './actions.ts';
import { type InstanceBook, type InstanceControl, Refusal } from './types.ts';

/** How often a page that is open is told of changes. */
const lookMs = 150;

export interface InstanceApi {
  /**
   * `GET /instance/api` → InstanceBook · `GET /instance/api/state` → InstanceState · `GET /instance/api/events` → event
   * stream of InstanceState · `POST /instance/api/<action>` as `actions` says. Errors are `{error, message}`.
   */
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
  close(): void;
}

/** The API of the instance page. */
export function createInstanceApi(control: InstanceControl, book: () => InstanceBook): InstanceApi {
  const streams = new Set<ServerResponse>();

  /**
   * Sends the state whenever it differs from what was sent. It is small, and looking at it catches every change of
   * agents, contacts, queues and faults alike; nobody looks while no page is open.
   */
  const follow = (res: ServerResponse) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    let sent = '';
    const look = () => {
      const { now, ...rest } = control.state();
      const compared = JSON.stringify(rest);
      if (compared === sent) return;
      sent = compared;
      res.write(`data: ${JSON.stringify({ now, ...rest })}\n\n`);
    };
    look();
    const timer = setInterval(look, lookMs);
    streams.add(res);
    res.on('close', () => {
      clearInterval(timer);
      streams.delete(res);
    });
  };

  return {
    async handle(req, res, path) {
      const name = path.slice('/instance/api/'.length);
      if (req.method === 'GET') {
        if (path === '/instance/api') return sendJson(res, 200, book());
        if (name === 'state') return sendJson(res, 200, control.state());
        if (name === 'events') return follow(res);
      }
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (!action) return sendJson(res, 404, { error: 'not-found', message: `There is nothing at ${path}.` });
      if (req.method !== 'POST') {
        return sendJson(res, 405, { error: 'method', message: `${req.method} is not possible here.` });
      }
      if (!String(req.headers['content-type']).startsWith('application/json')) {
        // Keeps other sites' pages out: a browser asks first before it sends them JSON.
        throw new RequestError(415, 'Send JSON, with Content-Type: application/json.');
      }
      try {
        sendJson(res, 200, action.run(control, await readObject(req)));
      } catch (error) {
        if (error instanceof ZodError) throw new RequestError(400, inWords(error));
        if (!(error instanceof Refusal)) throw error;
        sendJson(res, 409, { error: 'refused', message: error.message });
      }
    },
    close() {
      for (const stream of streams) stream.end();
    },
  };
}

/** What is wrong with the body, one clause for each finding. */
const inWords = (error: ZodError) =>
  error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ');
