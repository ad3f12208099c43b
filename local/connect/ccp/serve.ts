import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { cachedFile, sendText } from '../cti/http.ts';

const script = 'text/javascript; charset=utf-8';

/** The library's own release file: the frame and its worker run what the page runs. */
const streams = createRequire(import.meta.url).resolve('amazon-connect-streams/release/connect-streams-min.js');

const files: Record<string, { read: () => Promise<Buffer>; type: string }> = {
  '/ccp-v2/': { read: cachedFile(new URL('index.html', import.meta.url)), type: 'text/html; charset=utf-8' },
  '/ccp-v2/ccp.js': { read: cachedFile(new URL('ccp.js', import.meta.url)), type: script },
  '/ccp-v2/microphone.js': { read: cachedFile(new URL('microphone.js', import.meta.url)), type: script },
  '/ccp-v2/devices.js': { read: cachedFile(new URL('devices.js', import.meta.url)), type: script },
  '/ccp-v2/mute.js': { read: cachedFile(new URL('mute.js', import.meta.url)), type: script },
  '/ccp-v2/sound.js': { read: cachedFile(new URL('sound.js', import.meta.url)), type: script },
  '/ccp-v2/subject.js': { read: cachedFile(new URL('subject.js', import.meta.url)), type: script },
  '/ccp-v2/worker.js': { read: cachedFile(new URL('worker.js', import.meta.url)), type: script },
  '/ccp-v2/streams.js': { read: cachedFile(streams), type: script },
};

/** Serves the frame and its scripts; false when the path is none of them. */
export async function serveFrame(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  approvedOrigins: string[],
): Promise<boolean> {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (!file) return false;
  const policy = framePolicy(approvedOrigins, req.headers.referer);
  sendText(req, res, await file.read(), file.type, path === '/ccp-v2/' ? { 'Content-Security-Policy': policy } : {});
  return true;
}

/**
 * Who may embed the softphone. AWS decides by the referrer: a page that sends none is refused even when it is approved
 * [said in issues 603, 956 and 1026 of amazon-connect-streams].
 */
export function framePolicy(approvedOrigins: string[], referrer: string | undefined): string {
  const allowed = referrer ? approvedOrigins.filter((origin) => originForm.test(origin)) : [];
  return ['frame-ancestors', "'self'", ...allowed].join(' ');
}

/** Anything else would add a directive of its own to the header. */
const originForm = /^https?:\/\/[^\s;,'"]+$/;
