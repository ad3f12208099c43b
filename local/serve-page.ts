import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cachedFile, sendText } from './connect/cti/http.ts';

/** Everything comes from here; the one thing that a page may not do is to be framed. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Serves a page of the instance at `prefix`: `index.html`, `page.css` and `main.tsx` of the folder, built when they
 * are first asked for. The answer is false when the path is none of these, and then nothing was done.
 */
export function servePage(
  prefix: string,
  folder: URL,
): (req: IncomingMessage, res: ServerResponse, path: string) => Promise<boolean> {
  const assets: Record<string, { read: () => Promise<string | Buffer>; type: string }> = {
    [prefix]: { read: cachedFile(new URL('index.html', folder)), type: 'text/html; charset=utf-8' },
    [`${prefix}/page.css`]: {
      read: once(() => bundle(new URL('page.css', folder))),
      type: 'text/css; charset=utf-8',
    },
    [`${prefix}/page.js`]: {
      read: once(() => bundle(new URL('main.tsx', folder))),
      type: 'text/javascript; charset=utf-8',
    },
  };
  return async (req, res, path) => {
    const asset = Object.hasOwn(assets, path) ? assets[path] : undefined;
    if (asset) sendText(req, res, await asset.read(), asset.type, { 'Content-Security-Policy': policy });
    else if (path === `${prefix}/`) res.writeHead(302, { Location: prefix }).end();
    else return false;
    return true;
  };
}

async function bundle(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${entry.pathname} could not be built: esbuild gave no file.`);
  return file.text;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
