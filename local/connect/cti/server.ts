import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FunctionFaults } from '../../cloud/functions/faults.ts';
import { createControl } from '../../instance/control.ts';
import { createInstancePage } from '../../instance/serve.ts';
import type { InstanceControl } from '../../instance/types.ts';
import { type Caller, createPhone } from '../../phone/serve.ts';
import type { Clock } from '../../ports.ts';
import { serveFrame } from '../ccp/serve.ts';
import type { Connect, ConnectInstance } from '../types.ts';
import { answerCti } from './api.ts';
import { createCtiFaults } from './faults.ts';
import { RequestError, sendJson } from './http.ts';
import { createLongPolls } from './long-poll.ts';
import type { Sessions } from './sessions.ts';
import { createAgentSockets } from './socket.ts';
import { createSoundRelay } from './sound.ts';

export interface Instance {
  /** Answers the request; false when the path is not the instance's, and then nothing was done. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
  /** Takes the websocket over; false when the path is not the instance's. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** What the instance page does, for those who need no page. */
  control: InstanceControl;
  /** Ends long polls, event streams and sockets. */
  close(): void;
}

type Route = (req: IncomingMessage, res: ServerResponse, path: string) => void | Promise<void>;

/**
 * The instance's host name: the softphone frame, the CTI endpoint behind it, its sign-in, the caller's page, and the
 * page of the instance itself. A browser is signed in by the cookie that the issuer opens (see `Sessions`).
 *
 * `people` are the numbers that the pages offer to call as, `functions` those that can be given trouble.
 */
export function serveInstance(options: {
  connect: Connect & Pick<ConnectInstance, 'approvedOrigins'>;
  clock: Clock;
  sessions: Sessions;
  people: () => Caller[];
  functions: FunctionFaults;
}): Instance {
  const { connect, clock, sessions, people, functions } = options;
  const polls = createLongPolls(connect, randomUUID().slice(0, 8));
  const sockets = createAgentSockets(sessions, (username, frame) => sound.hear(username, frame));
  const sound = createSoundRelay(connect, sockets);
  const faults = createCtiFaults({ sessions, polls, sockets });
  const control = createControl({ connect, clock, faults, functions });
  const phone = createPhone({ connect, clock, people, sound });
  const page = createInstancePage(control, () => ({ people: people(), numbers: connect.numbers() }));

  const frame: Route = async (req, res, path) => {
    if (!(await serveFrame(path, req, res, connect.approvedOrigins()))) notFound(res, path);
  };
  const authorize: Route = (req, res) => {
    const username = sessions.user(req.headers.cookie);
    if (username === undefined) {
      sendJson(res, 401, { error: 'signed-out', message: 'Not signed in. Sign in on the desk page, then come back.' });
    } else if (!connect.agent(username)) {
      sendJson(res, 403, { error: 'no-agent', message: `'${username}' is no agent of this instance.` });
    } else {
      sendJson(res, 200, sessions.token(username));
    }
  };
  const logout: Route = (req, res) => {
    const cookie = sessions.end(sessions.user(req.headers.cookie));
    res.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store', 'Set-Cookie': cookie });
    res.end('Signed out of the instance.\n');
  };

  const routes: [prefix: string, route: Route][] = [
    ['/ccp-v2', frame],
    ['/connect/api', (req, res) => answerCti({ connect, clock, sessions, polls, faults }, req, res)],
    ['/auth/authorize', authorize],
    ['/logout', logout],
    ['/phone', phone.handle],
    ['/instance', page.handle],
  ];

  return {
    control,
    handle(req, res) {
      const path = pathOf(req);
      const route = routes.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1];
      if (!route) return false;
      if (path === '/ccp-v2') redirect(res, '/ccp-v2/');
      else void answer(route, req, res, path);
      return true;
    },
    upgrade(req, socket, head) {
      if (pathOf(req) !== '/connect/ws') return false;
      sockets.upgrade(req, socket, head);
      return true;
    },
    close() {
      polls.close();
      phone.close();
      page.close();
      sockets.close();
    },
  };
}

async function answer(route: Route, req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  try {
    await route(req, res, path);
  } catch (error) {
    if (error instanceof RequestError) {
      sendJson(res, error.status, { error: 'invalid-request', message: error.message });
      return;
    }
    console.error(`connect instance: ${req.method} ${path} failed`, error);
    sendJson(res, 500, { error: 'fault', message: `${req.method} ${path} failed: ${error}` });
  }
}

const pathOf = (req: IncomingMessage) => (req.url ?? '/').split('?', 1)[0] ?? '/';

function redirect(res: ServerResponse, to: string): void {
  res.writeHead(302, { Location: to }).end();
}

function notFound(res: ServerResponse, path: string): void {
  sendJson(res, 404, { error: 'not-found', message: `There is nothing at ${path}.` });
}
