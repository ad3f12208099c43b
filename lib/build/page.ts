import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { byPath, root } from './output-files.ts';

/** A built page: files whose names carry a hash of their content, and the few whose names stay. */
export interface BuiltPage {
  /** Paths below `/assets/`. */
  assets: Map<string, Uint8Array>;
  /** `index.html` and what lies in the page's `public` folder. */
  fixed: Map<string, Uint8Array>;
}

/** A relative path in the page's HTML, e.g. `src="./main.tsx"`: an entry of the build. */
const entryPattern = /\b(src|href)="\.\/([^"]+\.(?:tsx?|css))"/g;

/**
 * Streams is a classic script: releases before 2.28 assign to names that they never declare, which a module must not. So
 * it is a file of its own, as it was released, and importing it gives its address.
 */
const streamsAsReleased: Plugin = {
  name: 'streams-as-released',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]amazon-connect-streams[\\/]release[\\/]/ }, ({ path }) => ({
      contents: readFileSync(path),
      loader: 'file',
    }));
  },
};

/** The pages of `web/`, built while the CDK is loading. */
export const builtPages = { desk: await buildPage(join(root, 'web', 'desk')) };

/**
 * Builds `index.html` of a folder with the scripts and styles it names. Dynamic imports become chunks of their own. The
 * HTML then names the built files.
 */
async function buildPage(folder: string): Promise<BuiltPage> {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const entries = [...html.matchAll(entryPattern)].map((match) => match[2] ?? '');
  const outdir = join(root, 'built');
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((entry) => ({ in: join(folder, entry), out: basename(entry, extname(entry)) })),
    absWorkingDir: root,
    outdir,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    minify: true,
    legalComments: 'none',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [streamsAsReleased],
    loader: { '.svg': 'file', '.woff2': 'file', '.png': 'file' },
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets/',
    logLevel: 'error',
  });
  const hashed = new Map<string, string>();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint) hashed.set(relative(folder, join(root, output.entryPoint)), basename(path));
  }
  const index = html.replace(
    entryPattern,
    (_, attribute: string, entry: string) => `${attribute}="/assets/${hashed.get(entry)}"`,
  );
  return {
    assets: byPath(outputFiles, outdir),
    fixed: new Map([['index.html', Buffer.from(index)], ...publicFiles(folder)]),
  };
}

function publicFiles(folder: string): [string, Uint8Array][] {
  const open = join(folder, 'public');
  if (!existsSync(open)) return [];
  return readdirSync(open).map((file) => [file, readFileSync(join(open, file))]);
}
