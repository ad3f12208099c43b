import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Sessions } from './sessions.ts';

export interface AgentSockets {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many softphones of this agent are connected. */
  count(username: string): number;
  /** Sends a message to each softphone of this agent; answers to how many. */
  send(username: string, message: { topic: string; content: string }): number;
  /** Cuts the agent's websockets, as a network does; answers how many there were. */
  drop(username: string): number;
  close(): void;
}

/**
 * The worker's websocket: it answers heartbeats (a missing answer makes the worker reconnect) and subscriptions.
 * Agent states travel by the long poll; what goes to the softphone frame itself is sent here. `hear` is given every
 * other frame.
 */
export function createAgentSockets(
  sessions: Sessions,
  hear: (username: string, frame: string) => void = () => {},
): AgentSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const owners = new Map<WebSocket, string>();
  const of = (username: string) => [...owners].flatMap(([socket, owner]) => (owner === username ? [socket] : []));
  server.on('connection', (socket) => {
    socket.on('close', () => owners.delete(socket));
    socket.on('message', (data) => {
      const reply = replyTo(String(data));
      if (reply) socket.send(JSON.stringify(reply));
      else hear(owners.get(socket) ?? '', String(data));
    });
    // A browser that vanishes is no fault of the instance.
    socket.on('error', () => {});
  });
  return {
    upgrade(req, socket, head) {
      const ticket = new URL(req.url ?? '/', 'http://instance').searchParams.get('ticket');
      const username = sessions.bearer(ticket ?? undefined);
      if (username === undefined) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(req, socket, head, (client) => {
        owners.set(client, username);
        server.emit('connection', client, req);
      });
    },
    count: (username) => of(username).length,
    send(username, message) {
      const sockets = of(username);
      for (const socket of sockets) socket.send(JSON.stringify(message));
      return sockets.length;
    },
    drop(username) {
      const sockets = of(username);
      for (const socket of sockets) socket.terminate();
      return sockets.length;
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
