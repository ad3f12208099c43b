/** npm run people -- import FILE.csv | export [FILE.csv]: the directory's people as a file. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { everybody } from '../lambdas/shared/adapters/everybody.ts';
import { lookUpOn } from '../lambdas/shared/adapters/look-up.ts';
import { peopleOn } from '../lambdas/shared/adapters/people.ts';
import { openDirectory } from './directory.ts';
import { fail } from './fail.ts';
import { exportPeople } from './people/export.ts';
import { importPeople } from './people/import.ts';

const usage = `npm run people -- import FILE.csv [options]
npm run people -- export [FILE.csv] [options]

  --dry-run         say what an import would do, and write nothing
  --region <GB>     country of everybody in the file who has none: their numbers are read in it (default: none is kept,
                    and numbers are read in lineRegion of cdk.json)
  --errors <file>   keep every refused row, with its line and the reason
  --refile          write everybody of the file anew, after the reading of numbers was changed
  --table <name>    a deployed directory, with your AWS credentials (default: the desk on this machine)

A row is who its id, else its employee id, else its user name, else its first email says. An empty cell leaves what is
stored, a hyphen alone takes it away. Columns are described in docs/people-files.md.`;

// npm starts commands in the project's folder and keeps the folder in which they were typed.
const here = process.env.INIT_CWD ?? process.cwd();
const placed = (path: string | undefined) => (path === undefined ? undefined : resolve(here, path));

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': flag, refile: flag, help: flag, region: text, errors: text, table: text },
  });
  if (values.help) return { help: true as const };
  const [verb, path, ...more] = positionals;
  if (verb !== 'import' && verb !== 'export') throw new Error('say import or export');
  if (verb === 'import' && path === undefined) throw new Error('import: which file?');
  if (more.length > 0) throw new Error(`one file, not ${more.length + 1}`);
  if (values.region !== undefined && !isSupportedCountry(values.region))
    throw new Error(`--region ${values.region}: not a country; write an ISO 3166 code such as GB`);
  return { help: false as const, verb, path, values };
}

try {
  const what = asked();
  if (what.help) {
    console.log(usage);
    process.exit(0);
  }
  const { verb, path, values } = what;
  const directory = await openDirectory(values.table);
  try {
    const { client, tableName } = directory;
    if (verb === 'export') {
      const count = await exportPeople(everybody(client, tableName), placed(path));
      console.error(`${count} people exported`);
    } else {
      const region = directory.lineRegion;
      const begin = Date.now();
      const { created, changed, unchanged, refused } = await importPeople(
        placed(path) ?? '',
        {
          people: peopleOn(client, tableName, region),
          lookUp: lookUpOn(client, tableName),
          region,
          regionToKeep: values.region,
          dryRun: values['dry-run'] ?? false,
          refile: values.refile ?? false,
        },
        { errors: placed(values.errors), say: (line) => console.error(line) },
      );
      const seconds = (Date.now() - begin) / 1000;
      const rate = Math.round((created + changed + unchanged + refused) / seconds);
      const would = values['dry-run'] ? 'would be ' : '';
      console.log(
        `${created} ${would}created, ${changed} ${would}changed, ${unchanged} unchanged, ${refused} refused; ${seconds.toFixed(1)} s, ${rate} rows a second`,
      );
      if (refused > 0) process.exitCode = 1;
    }
  } finally {
    await directory.close();
  }
} catch (error) {
  fail(error);
}
