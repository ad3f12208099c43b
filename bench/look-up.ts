import { personItems } from '../domain/directory/items.ts';
import type { Person } from '../domain/directory/types.ts';
import { tableKeys } from '../domain/tables.ts';
import { countReads, documentsOver } from '../lambdas/shared/adapters/documents.ts';
import { lookUpOn } from '../lambdas/shared/adapters/look-up.ts';
import { peopleOn } from '../lambdas/shared/adapters/people.ts';
import { findCaller } from '../lambdas/shared/find-caller.ts';
import { putItems } from '../local/cloud/dynamodb/items.ts';
import { launchDatabase } from '../local/cloud/dynamodb/launch.ts';
import { databaseClient, ensureTable } from '../local/cloud/dynamodb/tables.ts';
import { median } from './figures.ts';
import { progress } from './progress.ts';

const table = 'Directory';
const rounds = 300;

/** A call of each kind, and a number by which person `n` of the directory makes it. */
const callers = {
  owner: (size: number) => numberOf(Math.floor(size / 2)),
  candidate: (size: number) => numberOf(Math.floor(size / 2)).slice(-7),
  nobody: () => '+12015550100',
  withheld: () => 'anonymous',
} as const;
type Kind = keyof typeof callers;
const kinds = Object.keys(callers) as Kind[];

/**
 * One look-up of a caller in directories of several sizes: requests and read units, which must not grow, and the time of
 * an owner's look-up against a bare get of one item in the same run. Fails when requests or units differ between sizes.
 *
 * @param sizes Numbers of people; each has a profile and one number.
 */
export async function lookUp(sizes: number[]): Promise<string> {
  const found: { size: number; costs: Record<Kind, string>; ratio: number }[] = [];
  for (const size of sizes) found.push({ size, ...(await inDirectoryOf(size)) });
  for (const kind of kinds) {
    const costs = new Set(found.map(({ costs }) => costs[kind]));
    if (costs.size > 1) throw new Error(`a look-up of ${kind} costs differently by size: ${[...costs].join(' · ')}`);
  }
  const cost = kinds.map((kind) => `${kind} ${found[0]?.costs[kind]}`).join(', ');
  const times = found.map(({ size, ratio }) => `${size.toLocaleString('en')}: ${ratio.toFixed(2)}`).join(', ');
  return `a look-up, the same for ${sizes.map((size) => size.toLocaleString('en')).join(', ')} people: ${cost}; time of an owner's look-up against a bare get: ${times}`;
}

async function inDirectoryOf(size: number): Promise<{ costs: Record<Kind, string>; ratio: number }> {
  const database = await launchDatabase();
  try {
    const client = databaseClient(database.endpoint);
    await ensureTable(client, {
      name: table,
      keys: [
        { AttributeName: tableKeys.partition, KeyType: 'HASH' },
        { AttributeName: tableKeys.sort, KeyType: 'RANGE' },
      ],
      attributes: Object.values(tableKeys).map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      indexes: [],
    });
    await fill(client, size);
    const documents = documentsOver(client);
    const usage = countReads(documents);
    const find = (telephone: string) => findCaller({ telephone }, { lineRegion: 'US' }, lookUpOn(documents, table));
    const costs = {} as Record<Kind, string>;
    for (const kind of kinds) {
      usage.requests = usage.units = 0;
      await find(callers[kind](size));
      costs[kind] = `${usage.requests} requests ${usage.units} units`;
    }
    return { costs, ratio: await ratioToGet(documents, () => find(callers.owner(size)), size) };
  } finally {
    await database.stop();
  }
}

/** Medians of interleaved runs, so that whatever else the machine does hits both. */
async function ratioToGet(documents: ReturnType<typeof documentsOver>, find: () => Promise<unknown>, size: number) {
  const get = () => peopleOn(documents, table, 'US').person(`p-${Math.floor(size / 2)}`);
  const times = { find: [] as number[], get: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of [['find', find] as const, ['get', get] as const]) {
      const begin = performance.now();
      await work();
      times[name].push(performance.now() - begin);
    }
  }
  return median(times.find) / median(times.get);
}

/** North American numbers over 240 area codes: every seven last digits occur under several of them. */
const numberOf = (n: number): string => `+1${201 + (n % 240)}${String(2_000_000 + (Math.floor(n / 7) % 7_900_000))}`;

async function fill(client: ReturnType<typeof databaseClient>, size: number): Promise<void> {
  const tell = progress('people', size);
  const batch = 12;
  let next = 0;
  const writer = async () => {
    for (let from = next; from < size; from = next) {
      next += batch;
      const people = Array.from({ length: Math.min(batch, size - from) }, (_, at) => aPerson(from + at));
      const items = people.flatMap((person) => {
        const [profile, ...filed] = personItems(person).items;
        return [profile, ...filed.filter(({ number }) => number)];
      });
      await putItems(
        client,
        table,
        items.map((item) => ({ ...item })),
      );
      tell(from);
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

const aPerson = (n: number): Person => ({
  id: `p-${n}`,
  name: `Person ${n}`,
  organisation: `Organisation ${n % 500}`,
  site: `Site ${n % 40}`,
  active: true,
  region: 'US',
  phones: [{ label: 'work', number: numberOf(n) }],
  version: 1,
});
