import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { glob } from '../iam/glob.ts';
import type { Origins } from '../template/origins.ts';
import type { Bucket } from './bucket.ts';
import { contentType } from './content-type.ts';

/** The properties of Custom::CDKBucketDeployment that matter here, after CloudFormation made text of all scalars. */
export interface Deployment {
  SourceObjectKeys: string[];
  SourceMarkers?: Record<string, unknown>[];
  SourceMarkersConfig?: { jsonEscape?: string; markerEncodings?: Record<string, string> }[];
  DestinationBucketKeyPrefix?: string;
  Prune?: string;
  Exclude?: string[];
  Include?: string[];
  /** e.g. `cache-control` */
  SystemMetadata?: Record<string, string>;
  Extract?: string;
}

/**
 * Puts files of assets into a bucket, as CDK's deployment function does: later sources replace earlier ones, markers
 * are replaced by values of the deployment, and with `Prune` what no source has is deleted. JSON files that a deployment
 * writes may name its origins; they get those of this machine.
 */
export function deploy(
  deployment: Deployment,
  bucket: Bucket,
  asset: (objectKey: string) => string,
  origins: Origins,
): void {
  if (deployment.Extract === 'false') throw new Error('not emulated: a bucket deployment that does not extract');
  const prefix = (deployment.DestinationBucketKeyPrefix ?? '').replace(/^\/$|\/$/g, '');
  const written = new Set<string>();
  deployment.SourceObjectKeys.forEach((objectKey, index) => {
    const folder = asset(objectKey);
    if (!statSync(folder).isDirectory()) throw new Error(`not emulated: the packed asset ${folder} as a page's source`);
    const markers = deployment.SourceMarkers?.[index] ?? {};
    const config = deployment.SourceMarkersConfig?.[index] ?? {};
    for (const file of filesBelow(folder)) {
      const name = relative(folder, file).split(sep).join('/');
      if (!chosen(name, deployment)) continue;
      const key = prefix ? `${prefix}/${name}` : name;
      written.add(key);
      const headers = { 'content-type': contentType(name), ...lowerCased(deployment.SystemMetadata ?? {}) };
      bucket.put(key, { content: contentOf(file, markers, config, origins), headers });
    }
  });
  if (deployment.Prune === 'false') return;
  for (const key of bucket.keys()) {
    if ((prefix === '' || key.startsWith(`${prefix}/`)) && !written.has(key)) bucket.delete(key);
  }
}

function contentOf(
  file: string,
  markers: Record<string, unknown>,
  config: NonNullable<Deployment['SourceMarkersConfig']>[number],
  origins: Origins,
): Buffer | { file: string } {
  const isJson = file.endsWith('.json');
  if (Object.keys(markers).length === 0 && !isJson) return { file };
  let text = readFileSync(file, 'utf8');
  for (const [marker, value] of Object.entries(markers)) {
    const fallback = config.jsonEscape === 'true' ? 'UNQUOTED_JSON_VALUE' : 'LITERAL';
    text = text.replaceAll(marker, () => encoded(value, config.markerEncodings?.[marker] ?? fallback));
  }
  if (!isJson) return Buffer.from(text);
  return Buffer.from(JSON.stringify(origins.translateAll(JSON.parse(text) as unknown)));
}

/** A marker's value in the encoding that the template names for it. */
function encoded(value: unknown, encoding: string): string {
  if (encoding === 'LITERAL') return String(value);
  if (encoding === 'JSON_VALUE') return JSON.stringify(value);
  if (encoding !== 'UNQUOTED_JSON_VALUE') throw new Error(`not emulated: the marker encoding ${encoding}`);
  const json = JSON.stringify(value);
  return typeof value === 'string' ? json.slice(1, -1) : json;
}

/** The last filter that fits decides, first all excludes and then all includes, as they stand on the command line. */
function chosen(name: string, { Exclude = [], Include = [] }: Deployment): boolean {
  const excluded = Exclude.some((pattern) => glob(pattern, name));
  return !excluded || Include.some((pattern) => glob(pattern, name));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const lowerCased = (metadata: Record<string, string>) =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value]));
