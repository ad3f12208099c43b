import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFunctionFaults } from '../../../local/cloud/functions/faults.ts';
import { serveInstance } from '../../../local/connect/cti/server.ts';
import { createSessions, type Sessions } from '../../../local/connect/cti/sessions.ts';
import type { Connect, ConnectInstance } from '../../../local/connect/types.ts';
import type { InstanceControl } from '../../../local/instance/types.ts';
import type { Caller } from '../../../local/phone/types.ts';
import type { Clock } from '../../../local/ports.ts';

export interface Served {
  /** e.g. `http://localhost:41234` */
  url: string;
  sessions: Sessions;
  control: InstanceControl;
  close(): Promise<void>;
}

/** Serves an instance on a free port. `/test/sign-in/{username}` stands in for the issuer, which opens the session. */
export async function served(
  connect: Connect & Pick<ConnectInstance, 'approvedOrigins'>,
  clock: Clock,
  people: Caller[] = [],
): Promise<Served> {
  const sessions = createSessions();
  const functions = createFunctionFaults(() => ['desk-identify-caller', 'desk-track-contact']);
  const instance = serveInstance({ connect, clock, sessions, people: () => people, functions });
  const server = createServer((req, res) => {
    const [, username] = /^\/test\/sign-in\/(\w+)$/.exec(req.url ?? '') ?? [];
    if (username) res.writeHead(200, { 'Set-Cookie': sessions.open(username) }).end('signed in');
    else if (!instance.handle(req, res)) res.writeHead(404).end();
  });
  server.on('upgrade', (req, socket, head) => {
    if (!instance.upgrade(req, socket, head)) socket.destroy();
  });
  const port = await listen(server);
  return {
    url: `http://localhost:${port}`,
    sessions,
    control: instance.control,
    async close() {
      instance.close();
      await closed(server);
    },
  };
}

/** Answers the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return (server.address() as AddressInfo).port;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Real time, for tests that do not turn it. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  offset: () => 0,
};
