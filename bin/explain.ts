/** npm run explain -- <caller id>: who would pop for this caller, and why. */
import { parseArgs } from 'node:util';
import type { Clues } from '../domain/caller/clues.ts';
import { explainLines, printable, printableJson } from '../domain/caller/explain-lines.ts';
import { regionOf } from '../domain/phone/region-of.ts';
import { countReads } from '../lambdas/shared/adapters/documents.ts';
import { lookUpOn } from '../lambdas/shared/adapters/look-up.ts';
import { findCaller } from '../lambdas/shared/find-caller.ts';
import { openDirectory } from './directory.ts';
import { fail } from './fail.ts';

const usage = `npm run explain -- [<caller id>] [options]

  <caller id>            as delivered, also "" or anonymous
  --request <number>     a request that the caller named, e.g. RQ-10041 or 10041
  --employee-id <id>     --support-id <id>     --name <name>     --email <address>
  --dialled <number>     the line that was called: its country reads the caller id (default: lineRegion of cdk.json)
  --table <name>         a deployed directory, with your AWS credentials (default: the desk on this machine)
  --json                 one JSON object on stdout and nothing else`;

const text = { type: 'string' } as const;

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ request: text, 'employee-id': text, 'support-id': text, name: text, email: text },
      ...{ dialled: text, table: text, json: { type: 'boolean' }, help: { type: 'boolean' } },
    },
  });
  if (positionals.length > 1) throw new Error(`one caller id, not ${positionals.length}; put it between quotes`);
  const clues: Clues = {
    ...(values.request !== undefined && { request: values.request }),
    ...(values['employee-id'] !== undefined && { employeeId: values['employee-id'] }),
    ...(values['support-id'] !== undefined && { supportId: values['support-id'] }),
    ...(values.name !== undefined && { name: values.name }),
    ...(values.email !== undefined && { email: values.email }),
    ...(positionals[0] !== undefined && { telephone: positionals[0] }),
  };
  if (!values.help && Object.keys(clues).length === 0) throw new Error('say who calls: a caller id or an option');
  const region = values.dialled === undefined ? undefined : regionOf(values.dialled);
  if (values.dialled !== undefined && region === undefined)
    throw new Error(`--dialled ${values.dialled}: not a number with its country code, such as +12125550100`);
  return { clues, region, table: values.table, json: values.json ?? false, help: values.help ?? false };
}

try {
  const { clues, region, table, json, help } = asked();
  if (help) {
    console.log(usage);
    process.exit(0);
  }
  const directory = await openDirectory(table);
  try {
    const { client, tableName, organisations } = directory;
    const reads = countReads(client);
    const lineRegion = region ?? directory.lineRegion;
    const { outcome, steps, people, request } = await findCaller(
      clues,
      { lineRegion, organisations },
      lookUpOn(client, tableName),
    );
    const cost = { requests: reads.requests, readUnits: reads.units };
    const found = people.map(({ person: { id, name }, match }) => ({ id, name, match }));
    if (json) console.log(printableJson({ outcome, people: found, request: request?.number, lineRegion, steps, cost }));
    else {
      for (const line of explainLines({ outcome, steps })) console.log(line);
      if (request) console.log(printable(`  Opens request ${request.number}.`));
      console.log(`  ${cost.requests} requests and ${cost.readUnits} read units; numbers read in ${lineRegion}.`);
    }
  } finally {
    await directory.close();
  }
} catch (error) {
  fail(error);
}
