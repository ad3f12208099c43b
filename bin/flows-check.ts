/**
 * `npm run flows:check -- [--type T] [files]`: validates flows, ours when no file is named. One line for each finding,
 * a last line with the sums when there are several files; exit code 1 when one of them is an error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkFlow, describe, type Finding } from '../domain/flow/check.ts';
import { readFlow } from '../domain/flow/document.ts';
import { flowTypes, isFlowType } from '../domain/flow/flow-types.ts';
import { attributesWritten } from '../domain/flow/rules/values.ts';

const ours = fileURLToPath(new URL('../contact-flows/', import.meta.url));
// npm starts commands in the project's folder and keeps the folder in which they were typed.
const here = process.env.INIT_CWD ?? process.cwd();

function main(): number {
  const { values, positionals } = parseArgs({ options: { type: { type: 'string' } }, allowPositionals: true });
  const { type } = values;
  if (type !== undefined && !isFlowType(type)) throw new Error(`--type is one of ${flowTypes.join(', ')}, not ${type}`);
  const paths = positionals.length > 0 ? positionals.map((file) => resolve(here, file)) : ourFlows();
  const files = paths.map((path) => ({ path, file: relative(here, path), text: read(path) }));
  const inherited = files.flatMap(({ text }) => attributesWritten(readFlow(text).flow?.actions ?? []));

  const findings = files.flatMap(({ path, file, text }): Finding[] => {
    const own = `${dirname(path)}/` === ours;
    return checkFlow(text, { file, own, ...(own ? {} : { inherited }), ...(type && { type }) });
  });
  for (const finding of findings) console.log(describe(finding));
  const errors = findings.filter(({ level }) => level === 'error').length;
  if (files.length > 1) {
    console.log(`${files.length} flows: ${errors} errors, ${findings.length - errors} warnings`);
  }
  return errors > 0 ? 1 : 0;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(`${path} ${missing ? 'does not exist' : 'cannot be read'}; name a file that holds a flow as JSON`);
  }
}

function ourFlows(): string[] {
  return readdirSync(ours)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(ours, name));
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`flows:check: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
