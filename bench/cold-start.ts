import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { variables } from '../domain/settings.ts';
import { interactionIndexes, tableKeys } from '../domain/tables.ts';
import { functionBundle } from '../lib/build/functions.ts';
import { root } from '../lib/build/output-files.ts';
import { launchDatabase } from '../local/cloud/dynamodb/launch.ts';
import { databaseClient, ensureTable } from '../local/cloud/dynamodb/tables.ts';
import { median } from './figures.ts';

const rounds = 15;
const folder = join(root, '.deskline', 'bench');

/** A new process each time: imports the bundle, answers one call and prints the ms since the process started. */
const runner = `
const [bundle, event] = process.argv.slice(2);
const { handler } = await import(bundle);
const answer = await handler(JSON.parse(event));
if (answer.outcome !== 'unknown') throw new Error('unexpected answer ' + JSON.stringify(answer));
console.log(performance.now());
`;

const event = {
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      Attributes: {},
      Channel: 'VOICE',
      ContactId: '00000000-0000-4000-8000-000000000001',
      InitialContactId: '00000000-0000-4000-8000-000000000001',
      PreviousContactId: null,
      CustomerEndpoint: { Address: '+12125550123', Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: { Address: '+12125550100', Type: 'TELEPHONE_NUMBER' },
      InitiationMethod: 'INBOUND',
      InstanceARN: 'arn:aws:connect:us-east-1:000000000000:instance/00000000-0000-4000-8000-000000000000',
      Queue: null,
    },
    Parameters: {},
  },
};

/**
 * Process start to first answer of identify-caller: our bundle against the same code bundled as the CDK does by default
 * with `bundleAwsSDK: true` (CommonJS, `main` fields, not minified). The ratio of the medians; budget 0.65.
 */
export async function coldStart(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const ours = join(folder, 'ours.mjs');
  writeFileSync(ours, functionBundle('identify-caller').get('index.mjs') ?? '');
  const byDefault = join(folder, 'default.cjs');
  buildSync({
    entryPoints: [join(root, 'lambdas', 'identify-caller', 'handler.ts')],
    outfile: byDefault,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
  const runnerFile = join(folder, 'runner.mjs');
  writeFileSync(runnerFile, runner);

  const database = await launchDatabase();
  try {
    await makeTables(database.endpoint);
    const start = (bundle: string) =>
      Number(
        execFileSync(process.execPath, [runnerFile, bundle, JSON.stringify(event)], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
          env: bareEnvironment(database.endpoint),
        })
          .trim()
          .split('\n')
          .at(-1),
      );
    start(ours);
    start(byDefault);
    const times = { ours: [] as number[], byDefault: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.ours.push(start(ours));
      times.byDefault.push(start(byDefault));
    }
    const [a, b] = [median(times.ours), median(times.byDefault)];
    return `identify-caller, start to first answer: ${a.toFixed(0)} ms against ${b.toFixed(0)} ms by default = ${(a / b).toFixed(2)} (budget 0.65; medians of ${rounds} interleaved starts)`;
  } finally {
    await database.stop();
  }
}

async function makeTables(endpoint: string) {
  const client = databaseClient(endpoint);
  const keys = [
    { AttributeName: tableKeys.partition, KeyType: 'HASH' as const },
    { AttributeName: tableKeys.sort, KeyType: 'RANGE' as const },
  ];
  const indexes = Object.values(interactionIndexes).map(({ name, partition, sort }) => ({
    IndexName: name,
    KeySchema: [
      { AttributeName: partition, KeyType: 'HASH' as const },
      { AttributeName: sort, KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' as const },
  }));
  const attributes = (names: Iterable<string>) =>
    [...new Set(names)].map((name) => ({ AttributeName: name, AttributeType: 'S' as const }));
  const own = Object.values(tableKeys);
  await ensureTable(client, { name: 'Directory', keys, indexes: [], attributes: attributes(own) });
  const used = [...own, ...indexes.flatMap((index) => index.KeySchema.map((key) => key.AttributeName))];
  await ensureTable(client, { name: 'Interactions', keys, indexes, attributes: attributes(used) });
}

const bareEnvironment = (endpoint: string) => ({
  PATH: process.env.PATH ?? '',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_ENDPOINT_URL: endpoint,
  AWS_EC2_METADATA_DISABLED: 'true',
  [variables.directoryTable]: 'Directory',
  [variables.interactionsTable]: 'Interactions',
  [variables.lineRegion]: 'US',
  [variables.organisations]: '[]',
});
