import { parseArgs } from 'node:util';
import type { Clues } from '../domain/caller/clues.ts';
import { regionOf } from '../domain/phone/region-of.ts';

export const usage = `npm run explain -- [<caller id>] [options]

  <caller id>            as delivered, also "" or anonymous
  --request <number>     a request that the caller named, e.g. RQ-10041 or 10041
  --employee-id <id>     --support-id <id>     --name <name>     --email <address>
  --dialled <number>     the line that was called: its country reads the caller id (default: lineRegion of cdk.json)
  --table <name>         a deployed directory, with your AWS credentials (default: the desk on this machine)
  --json                 one JSON object on stdout and nothing else`;

const text = { type: 'string' } as const;

/**
 * Reads the command line.
 *
 * @returns Who calls, the country of the line that was dialled when that was said, and what else was chosen.
 * @throws Error of one line that names what is wrong.
 */
export function asked(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
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
