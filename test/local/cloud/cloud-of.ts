import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { instantiate } from '../../../local/cloud/instantiate.ts';
import { type RunningCloud, startCloud } from '../../../local/cloud/start.ts';
import { readAssembly } from '../../../local/cloud/template/assembly.ts';
import { createProblems, type Template } from '../../../local/cloud/types.ts';
import { createClock, type TurnableClock } from '../../../local/connect/clock.ts';
import { createConnect } from '../../../local/connect/index.ts';

/** A running account with the resources of a template of one's own. */
export interface TestCloud extends RunningCloud {
  clock: TurnableClock;
  stop(): Promise<void>;
}

/** Bundles by their source: tests of one file give the same function to many clouds. */
const bundles = new Map<string, Promise<string>>();

/** A function's source with all that it imports, as one module. */
function bundled(contents: string): Promise<string> {
  const made = bundles.get(contents) ?? bundle(contents);
  bundles.set(contents, made);
  return made;
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    ...{ bundle: true, platform: 'node', format: 'esm', mainFields: ['module', 'main'], write: false },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  return outputFiles[0]?.text ?? '';
}

/** Writes an assembly as synth would and brings it to life. `code` are function sources by asset name; they are bundled. */
export async function cloudOf(resources: Template['Resources'], code: Record<string, string> = {}): Promise<TestCloud> {
  mkdirSync('.deskline', { recursive: true });
  const folder = mkdtempSync(join('.deskline', 'test-'));
  const ends: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true })];
  const stop = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  try {
    writeFileSync(join(folder, 'template.json'), JSON.stringify({ Resources: resources }));
    const files: Record<string, unknown> = {};
    for (const [name, contents] of Object.entries(code)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'index.mjs'), await bundled(contents));
      files[name] = { source: { path: name, packaging: 'zip' }, destinations: { here: { objectKey: `${name}.zip` } } };
    }
    writeFileSync(join(folder, 'assets.json'), JSON.stringify({ files }));
    const artifacts = {
      assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
      test: { type: 'aws:cloudformation:stack', properties: { templateFile: 'template.json' } },
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));

    const clock = createClock({ mode: 'free', start: Date.parse('2027-03-01T09:00:00Z') });
    const assembly = readAssembly(folder);
    const cloud = await startCloud(
      {
        ...{ assembly, clock, problems: createProblems() },
        origins: { site: 'http://localhost:1', instance: 'http://localhost:2', issuer: 'http://localhost:2/issuer' },
        connect: ({ functions, bus, streams, place }) =>
          createConnect({ clock, newId: () => crypto.randomUUID(), functions, bus, streams, ...place }),
      },
      (end) => ends.push(end),
    );
    await instantiate(assembly.template, cloud);
    return Object.assign(cloud, { clock, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A role, and a function of the asset of the same name in it. */
export function aFunction(
  name: string,
  change: { statements?: object[]; properties?: Record<string, unknown> } = {},
): Template['Resources'] {
  const document = { Version: '2012-10-17', Statement: change.statements ?? [] };
  const code = { S3Bucket: 'assets', S3Key: `${name}.zip` };
  return {
    [`${name}Role`]: { Type: 'AWS::IAM::Role', Properties: { RoleName: `${name}-role` } },
    [`${name}Policy`]: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'own', PolicyDocument: document, Roles: [{ Ref: `${name}Role` }] },
    },
    [name]: {
      Type: 'AWS::Lambda::Function',
      DependsOn: [`${name}Policy`],
      Properties: {
        ...{ FunctionName: name, Runtime: 'nodejs24.x', Handler: 'index.handler', Timeout: 10, Code: code },
        Role: { 'Fn::GetAtt': [`${name}Role`, 'Arn'] },
        ...change.properties,
      },
    },
  };
}
