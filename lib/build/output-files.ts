import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutputFile } from 'esbuild';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What esbuild made, by path below `base`. */
export function byPath(files: OutputFile[], base: string): Map<string, Uint8Array> {
  return new Map(files.map((file) => [relative(resolve(base), file.path), file.contents]));
}
