import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp, readContext } from '../../lib/app.ts';
import type { Template } from './template.ts';

/** The context of cdk.json with other settings of Deskline. */
export const contextWith = (deskline: unknown) => ({ ...readContext(), deskline });

/** Synthesizes into a folder that `use` may read and that is gone afterwards. */
export function inTemporaryFolder<T>(use: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'deskline-synth-'));
  try {
    return use(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** By their settings: a synth takes seconds. */
const made = new Map<string, Template>();

/** The template that these settings give. */
export function templateOf(deskline: unknown): Template {
  const settings = JSON.stringify(deskline);
  const template = made.get(settings) ?? synthesized(deskline);
  made.set(settings, template);
  return template;
}

const synthesized = (deskline: unknown): Template =>
  inTemporaryFolder((outdir) => {
    const assembly = makeApp({ context: contextWith(deskline), outdir }).synth();
    return JSON.parse(readFileSync(assembly.stacks[0]?.templateFullPath ?? '', 'utf8'));
  });
