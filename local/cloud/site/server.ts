import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAnswer, HttpRequest } from '../http-api/payload.ts';

/** A port that is ours before it serves anything: addresses must be known while the template is resolved. */
export interface OpenPort {
  port: number;
  server: Server;
  /** Everything that asks from now on gets this. */
  serve(listener: RequestListener): void;
  stop(): Promise<void>;
}

/** `port` 0 takes a free one. Throws one line when it is taken. */
export async function openPort(port: number): Promise<OpenPort> {
  let listener: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain' }).end('The desk is starting.');
  };
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `port ${port} is in use: stop what uses it, or choose another with DESK_PORT`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    serve(next) {
      listener = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves what `handle` answers; a fault of ours is a 500 whose text says so. */
export function httpListener(
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
  fault: (message: string) => void,
): RequestListener {
  return async (incoming, outgoing) => {
    let answer: HttpAnswer;
    try {
      answer = await handle(await read(incoming));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      fault(`${incoming.method} ${incoming.url}: ${message}`);
      answer = { status: 500, headers: { 'content-type': 'text/plain' }, body: Buffer.from(message) };
    }
    const { status, headers, cookies, body } = answer;
    outgoing.writeHead(status, {
      ...headers,
      ...(cookies?.length ? { 'set-cookie': cookies } : {}),
      'content-length': body.length,
    });
    outgoing.end(incoming.method === 'HEAD' ? undefined : body);
  };
}

async function read(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const [path = '/', ...query] = (incoming.url ?? '/').split('?');
  return {
    method: incoming.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    body: Buffer.concat(chunks),
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
  };
}
