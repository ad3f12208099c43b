import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/**
 * Leaves the cloud assembly of the sources as they are in `folder`. Synth is skipped when nothing that it reads has
 * changed since; contents are compared, not times. Throws what synth throws.
 */
export async function freshAssembly(folder: string): Promise<void> {
  const stamp = join(folder, 'sources.sha256');
  const now = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(folder, { recursive: true, force: true });
  // Loaded only when needed: the CDK takes longer to load than the desk to start.
  const { makeApp, readContext } = await import('../lib/app.ts');
  makeApp({ context: readContext(), outdir: folder }).synth();
  writeFileSync(stamp, now);
}

function digest(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
