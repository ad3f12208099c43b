import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { OutputFile } from 'esbuild';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What esbuild made, by path below `base`. */
export function byPath(files: OutputFile[], base: string): Map<string, Uint8Array> {
  return new Map(files.map((file) => [relative(resolve(base), file.path), file.contents]));
}

/** Writes files beside the assembly's assets, for the CDK to take them from there; answers the folder. */
export function writeFolder(scope: Construct, name: string, files: Map<string, Uint8Array>): string {
  const outdir = Stage.of(scope)?.outdir;
  if (!outdir) throw new Error(`${name} can only be built inside an app`);
  const folder = join(outdir, 'built', name);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  return folder;
}
