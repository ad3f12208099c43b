import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/output-files.ts';

/** Everything that a synth reads: what is installed, settings, and the rooms that it builds from. */
const sources = [
  'package-lock.json',
  'cdk.json',
  'bin/deskline.ts',
  'lib',
  'lambdas',
  'domain',
  'contact-flows',
  'web',
];

/** Assemblies of other sources that are kept: a desk that runs still reads its own. */
const kept = 3;

/**
 * The folder of the cloud assembly of the sources as they are. Synth is skipped when nothing that it reads has changed
 * since the last one; contents are compared, not times. Processes may ask at the same time. Throws what synth throws.
 */
export async function freshAssembly(): Promise<string> {
  const store = join(root, '.deskline', 'assemblies');
  const folder = join(store, digest());
  if (!existsSync(folder)) {
    // Loaded only when needed: the CDK takes longer to load than the desk to start.
    const { makeApp, readContext } = await import('./app.ts');
    const draft = `${folder}.${process.pid}`;
    mkdirSync(store, { recursive: true });
    makeApp({ context: readContext(), outdir: draft }).synth();
    try {
      renameSync(draft, folder);
    } catch (error) {
      // Somebody else was faster, with the same sources.
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
  forgetOld(store);
  return folder;
}

function forgetOld(store: string): void {
  const age = (name: string) => statSync(join(store, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const folders = readdirSync(store).map((name) => ({ name, at: age(name) }));
  folders.sort((a, b) => b.at - a.at);
  for (const { name } of folders.slice(kept + 1)) rmSync(join(store, name), { recursive: true, force: true });
}

function digest(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesOf(path))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
