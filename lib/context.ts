import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/output-files.ts';

export type Context = Record<string, unknown>;

/** The context of `cdk.json`: the `deskline` settings and the CDK's own flags. */
export function readContext(): Context {
  return JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')).context;
}
