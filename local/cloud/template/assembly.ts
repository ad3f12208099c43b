import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Template } from '../types.ts';

/** What synth left behind: the template, and where the files lie that it names by S3 key. */
export interface Assembly {
  stackName: string;
  /** Where the stack belongs; absent when it goes wherever the caller's credentials lead. */
  account?: string;
  region?: string;
  template: Template;
  /** Folder or file of an asset, by the key that the template uses for it. Throws when synth wrote no such asset. */
  asset(objectKey: string): string;
}

interface Manifest {
  artifacts?: Record<
    string,
    {
      type: string;
      /** `aws://<account>/<region>` */
      environment?: string;
      properties?: { templateFile?: string; stackName?: string; file?: string };
    }
  >;
}

interface AssetManifest {
  files?: Record<
    string,
    { source: { path: string; packaging: string }; destinations: Record<string, { objectKey: string }> }
  >;
}

/**
 * Reads a cloud assembly of one stack. Throws with the folder's name when it holds none or several, since a desk is one
 * stack.
 */
export function readAssembly(folder: string): Assembly {
  const manifestFile = join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`${folder} holds no cloud assembly: run \`npm run synth\` first`);
  const artifacts = Object.entries((readJson(manifestFile) as Manifest).artifacts ?? {});
  const stacks = artifacts.filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const stack = stacks[0];
  if (!stack || stacks.length > 1) throw new Error(`${folder} holds ${stacks.length} stacks; a desk is exactly one`);
  const [id, { properties, environment = '' }] = stack;
  const [, account, region] = /^aws:\/\/(\d{12})\/([a-z]{2}-[a-z0-9-]+)$/.exec(environment) ?? [];
  if (!properties?.templateFile) throw new Error(`${manifestFile} names no template for ${id}`);

  const assets = new Map<string, string>();
  for (const [, artifact] of artifacts) {
    if (artifact.type !== 'cdk:asset-manifest' || !artifact.properties?.file) continue;
    const { files } = readJson(join(folder, artifact.properties.file)) as AssetManifest;
    for (const { source, destinations } of Object.values(files ?? {})) {
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, resolve(folder, source.path));
    }
  }
  return {
    stackName: properties.stackName ?? id,
    account,
    region,
    template: readJson(join(folder, properties.templateFile)) as Template,
    asset(objectKey) {
      const path = assets.get(objectKey);
      if (!path) throw new Error(`synth wrote no asset with the key ${objectKey}`);
      return path;
    },
  };
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
