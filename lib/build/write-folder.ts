import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

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
