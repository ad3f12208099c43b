import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

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

/** The template that the settings of cdk.json give, from the synth that all tests share. */
export const sampleTemplate = (): Template =>
  JSON.parse(readFileSync(join(inject('assembly'), 'deskline-sample.template.json'), 'utf8'));

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
