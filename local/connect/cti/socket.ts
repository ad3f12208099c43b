import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Sessions } from './sessions.ts';

export interface AgentSockets {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/**
 * The worker's websocket: it answers heartbeats (a missing answer makes the worker reconnect) and subscriptions.
 * Agent states travel by the long poll; with audio off nothing else is sent here.
 */
export function createAgentSockets(sessions: Sessions): AgentSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const reply = replyTo(String(data));
      if (reply) socket.send(JSON.stringify(reply));
    });
    // A browser that vanishes is no fault of the instance.
    socket.on('error', () => {});
  });
  return {
    upgrade(req, socket, head) {
      const ticket = new URL(req.url ?? '/', 'http://instance').searchParams.get('ticket');
      if (sessions.bearer(ticket ?? undefined) === undefined) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(req, socket, head, (client) => server.emit('connection', client, req));
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** The answer to one frame of the websocket manager; undefined when none is due. */
export function replyTo(frame: string): Record<string, unknown> | undefined {
  const message = parsed(frame);
  if (message?.topic === 'aws/heartbeat') return { topic: 'aws/heartbeat', statusCode: 200 };
  if (message?.topic === 'aws/subscribe') {
    const { topics } = Object(message.content);
    return { topic: 'aws/subscribe', content: { status: 'success', topics: Array.isArray(topics) ? topics : [] } };
  }
  return undefined;
}

function parsed(frame: string): { topic?: unknown; content?: unknown } | undefined {
  try {
    const value = JSON.parse(frame);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
