/**
 * The one launcher of browser tests.
 *
 * Chromium comes as an npm package made for Lambda. Three of its habits do not suit tests: it unpacks into the shared
 * `/tmp`, where two runs meet half-written files; it brings system libraries only when it believes to be in Lambda; and
 * it switches off the very checks (web security, site isolation) by which a test would see a cross-origin or policy
 * error. Another platform names its own browser with CHROMIUM_PATH.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');

/** Flags of the package with which a test cannot see what a user's browser would refuse, or which crash with workers. */
const dropped = [
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Quotes come from a shell's command line; here they would be part of the value. */
const flags = () => packaged.args.filter((flag) => !dropped.includes(flag)).map((flag) => flag.replaceAll("'", ''));

const unpackScript = "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath();";

/** The packaged one looks for its fonts in `/tmp`, so that text would be painted as empty boxes. */
const fontsConfig = (folder: string) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;

/** Unpacks once per version into the project's cache; a second run at the same time loses the race harmlessly. */
async function unpacked(): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  );
  const cache = join(root, '.deskline', 'chromium');
  const folder = join(cache, manifest.version);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'unpacking-'));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpackScript], {
    cwd: root,
    env: { ...process.env, TMPDIR: scratch, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  await writeFile(join(scratch, 'fonts', 'fonts.conf'), fontsConfig(folder));
  try {
    await rename(scratch, folder);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * Starts a browser. One context per agent: a context shares one Streams worker between its pages.
 *
 * `extraFlags` e.g. `--use-fake-ui-for-media-stream` for a microphone that is granted.
 */
export async function launchChromium(extraFlags: string[] = []): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined && own !== '') {
    return await chromium.launch({ executablePath: own, args: extraFlags });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The packaged Chromium runs on Linux x64 only: set CHROMIUM_PATH to a Chromium or Chrome of yours.',
    );
  }
  const folder = await unpacked();
  const libraries = join(folder, 'al2023', 'lib');
  return await chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...flags(), '--disable-gpu', ...extraFlags],
    env: {
      ...process.env,
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  });
}
