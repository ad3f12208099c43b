import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cachedFile, sendJson, sendText } from '../connect/cti/http.ts';
import type { Connect } from '../connect/types.ts';
import type { Clock } from '../ports.ts';
import { createPhoneApi } from './api.ts';
import type { Caller } from './types.ts';

export type { Caller } from './types.ts';

/** Everything comes from here; the one thing that a page may not do is to be framed. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export interface Phone {
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
  close(): void;
}

/** The caller's page at `/phone` and its API. The page is built when it is first asked for. */
export function createPhone(options: { connect: Connect; clock: Clock; people: () => Caller[] }): Phone {
  const api = createPhoneApi(options);
  const assets: Record<string, { read: () => Promise<string | Buffer>; type: string }> = {
    '/phone': { read: cachedFile(new URL('page/index.html', import.meta.url)), type: 'text/html; charset=utf-8' },
    '/phone/page.css': { read: cachedFile(new URL('page/page.css', import.meta.url)), type: 'text/css; charset=utf-8' },
    '/phone/page.js': { read: once(bundle), type: 'text/javascript; charset=utf-8' },
  };
  return {
    async handle(req, res, path) {
      const asset = Object.hasOwn(assets, path) ? assets[path] : undefined;
      if (asset) sendText(req, res, await asset.read(), asset.type, { 'Content-Security-Policy': policy });
      else if (path === '/phone/') res.writeHead(302, { Location: '/phone' }).end();
      else if (path === '/phone/api' || path.startsWith('/phone/api/')) await api.handle(req, res, path);
      else sendJson(res, 404, { error: 'not-found', message: `There is nothing at ${path}.` });
    },
    close: api.close,
  };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/main.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const [file] = outputFiles;
  if (!file) throw new Error("The caller's page could not be built: esbuild gave no file.");
  return file.text;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
