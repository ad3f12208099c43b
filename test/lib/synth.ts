import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp, readContext } from '../../lib/app.ts';

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string[];
  DeletionPolicy?: string;
}

export interface Template {
  Resources: Record<string, Resource>;
  Outputs: Record<string, unknown>;
}

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

/** The template that these settings give. */
export function templateOf(deskline: unknown): Template {
  return inTemporaryFolder((outdir) => {
    const assembly = makeApp({ context: contextWith(deskline), outdir }).synth();
    return JSON.parse(readFileSync(assembly.stacks[0]?.templateFullPath ?? '', 'utf8'));
  });
}

export const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

/** Logical ids that a value of the template names, by Ref, Fn::GetAtt or Fn::Sub. */
export function namedIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namedIn);
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner)];
    if (key === 'Fn::Sub') return [...String(inner).matchAll(/\$\{(\w+)/g)].map((match) => match[1] ?? '');
    return namedIn(inner);
  });
}
