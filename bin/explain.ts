/** npm run explain -- <caller id>: who would pop for this caller, and why. */
import { explainLines, printable, printableJson } from '../domain/caller/explain-lines.ts';
import { countReads } from '../lambdas/shared/adapters/documents.ts';
import { lookUpOn } from '../lambdas/shared/adapters/look-up.ts';
import { findCaller } from '../lambdas/shared/find-caller.ts';
import { openDirectory } from './directory.ts';
import { asked, usage } from './explain-asked.ts';
import { fail } from './fail.ts';

try {
  const { clues, region, table, json, help } = asked(process.argv.slice(2));
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
