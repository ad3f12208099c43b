import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The page side sends small JSON; its log uploads are the largest, some hundred kilobytes. */
const bodyLimit = 4 * 1024 * 1024;

/** What a route answers when the request itself is at fault; `message` is for a person. */
export class RequestError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads a JSON object from the request's body; an empty body is `{}`. Throws RequestError for anything else. */
export async function readObject(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > bodyLimit) throw new RequestError(413, `The request's body is longer than ${bodyLimit} bytes.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return {};
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RequestError(400, 'The request must have a JSON object as its body.');
  }
  return value as Record<string, unknown>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'The body of the request is not JSON.');
  }
}

/** Answers with JSON; nothing happens when the other side has gone already. */
export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (res.destroyed || res.headersSent) return;
  res.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  res.end(JSON.stringify(body));
}

/** Answers with text that may be kept only as long as it is unchanged. */
export function sendText(
  req: IncomingMessage,
  res: ServerResponse,
  body: string | Buffer,
  type: string,
  headers: Record<string, string> = {},
): void {
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const all = { 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: etag, ...headers };
  if (req.headers['if-none-match'] === etag) res.writeHead(304, all).end();
  else res.writeHead(200, all).end(req.method === 'HEAD' ? undefined : body);
}

/** Reads a file once and keeps it. */
export function cachedFile(path: string | URL): () => Promise<Buffer> {
  let content: Promise<Buffer> | undefined;
  return () => {
    content ??= readFile(path);
    return content;
  };
}
