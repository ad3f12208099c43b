import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError, readObject, sendJson } from '../connect/cti/http.ts';
import type { SoundRelay } from '../connect/cti/sound.ts';
import type { Call, Connect } from '../connect/types.ts';
import type { Clock } from '../ports.ts';
import { createLine, type Line } from './line.ts';
import type { Caller, LineEvent, LineMessage, PhoneBook } from './types.ts';

/** Some kilobytes with every candidate of a machine. */
const longestSdp = 50_000;

/** Longer than anything that a carrier delivers as a caller's number. */
const longestNumber = 256;

const callRoute = /^\/phone\/api\/calls\/([^/]+)\/(events|press|hang-up|sound)$/;

export interface PhoneApi {
  /**
   * `GET /phone/api` → PhoneBook · `POST /phone/api/calls {from, to}` → `{contactId}` ·
   * `GET …/calls/{id}/events` → event stream of LineMessage · `POST …/press {key}` · `POST …/hang-up`
   * · `POST …/sound {sdp}` → `{sdp}`, the agent's end. Errors are `{error, message}`.
   */
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
  close(): void;
}

/** The API of the caller's page. */
export function createPhoneApi(options: {
  connect: Connect;
  clock: Clock;
  people: () => Caller[];
  sound: Pick<SoundRelay, 'offer'>;
}): PhoneApi {
  const { connect, clock, people, sound } = options;
  const lines = new Map<string, Line>();
  const streams = new Set<ServerResponse>();

  const open = (call: Call, dialled?: { from: string; to: string }): Line => {
    const line = createLine(call, connect, () => clock.now(), dialled);
    lines.set(call.contactId, line);
    return line;
  };
  // Calls that came another way, e.g. from a command, can be followed too.
  const lineOf = (contactId: string): Line | undefined => {
    const known = lines.get(contactId);
    if (known) return known;
    const call = connect.calls().find((candidate) => candidate.contactId === contactId);
    return call && open(call);
  };

  const dial = async (req: IncomingMessage, res: ServerResponse) => {
    const { from, to } = await readObject(req);
    if (typeof from !== 'string' || from.length > longestNumber) {
      throw new RequestError(400, `"from" must be text of at most ${longestNumber} characters; empty is allowed.`);
    }
    if (typeof to !== 'string') throw new RequestError(400, '"to" must be a number that can be dialled.');
    try {
      const { call } = open(connect.dial({ from, to }), { from, to });
      sendJson(res, 201, { contactId: call.contactId });
    } catch (error) {
      sendJson(res, 400, { error: 'cannot-dial', message: error instanceof Error ? error.message : String(error) });
    }
  };

  const follow = (req: IncomingMessage, res: ServerResponse, line: Line) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const write = (event: LineEvent, index: number) => {
      const message: LineMessage = { event, now: clock.now() };
      res.write(`id: ${index}\ndata: ${JSON.stringify(message)}\n\n`);
    };
    // A browser that lost the stream says which event it saw last.
    let next = Number(req.headers['last-event-id'] ?? -1) + 1 || 0;
    const writeRest = () => {
      for (; next < line.log.length; next++) {
        const event = line.log[next];
        if (event) write(event, next);
      }
    };
    writeRest();
    streams.add(res);
    const unfollow = line.follow(writeRest);
    res.on('close', () => {
      unfollow();
      streams.delete(res);
    });
  };

  const press = async (req: IncomingMessage, res: ServerResponse, line: Line) => {
    const { key } = await readObject(req);
    if (typeof key !== 'string' || !/^[0-9*#]$/.test(key)) throw new RequestError(400, '"key" must be 0–9, * or #.');
    if (line.call.phase === 'ended') {
      sendJson(res, 409, { error: 'ended', message: 'The call has ended.' });
      return;
    }
    line.press(key);
    sendJson(res, 200, {});
  };

  const offerSound = async (req: IncomingMessage, res: ServerResponse, line: Line) => {
    const { sdp } = await readObject(req);
    if (typeof sdp !== 'string' || sdp.length > longestSdp) throw new RequestError(400, '"sdp" must be an offer.');
    const answer = await sound.offer(line.call.contactId, sdp);
    if (answer !== undefined) sendJson(res, 200, { sdp: answer });
    else sendJson(res, 409, { error: 'no-sound', message: 'The agent’s softphone does not take part with sound.' });
  };

  return {
    async handle(req, res, path) {
      if (req.method === 'POST' && !String(req.headers['content-type']).startsWith('application/json')) {
        // Keeps other sites' pages from placing calls: a browser asks first before it sends them JSON.
        throw new RequestError(415, 'Send JSON, with Content-Type: application/json.');
      }
      if (req.method === 'GET' && path === '/phone/api') {
        const book: PhoneBook = { people: people(), numbers: connect.numbers() };
        sendJson(res, 200, book);
        return;
      }
      if (req.method === 'POST' && path === '/phone/api/calls') return dial(req, res);
      const [, contactId = '', action] = callRoute.exec(path) ?? [];
      const line = action ? lineOf(contactId) : undefined;
      if (!line) {
        sendJson(res, 404, { error: 'not-found', message: 'There is no such call. It may be from before a restart.' });
      } else if (req.method === 'GET' && action === 'events') {
        follow(req, res, line);
      } else if (req.method === 'POST' && action === 'press') {
        await press(req, res, line);
      } else if (req.method === 'POST' && action === 'sound') {
        await offerSound(req, res, line);
      } else if (req.method === 'POST' && action === 'hang-up') {
        line.call.hangUp();
        sendJson(res, 200, {});
      } else {
        sendJson(res, 405, { error: 'method', message: `${req.method} is not possible here.` });
      }
    },
    close() {
      for (const stream of streams) stream.end();
    },
  };
}
