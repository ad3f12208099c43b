import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFlow } from '../../../domain/flow/check.ts';
import { type FlowType, isFlowType } from '../../../domain/flow/flow-types.ts';

/**
 * Flows of other projects, and whether the service takes them: a folder with an `index.tsv` whose columns `file`,
 * `expected` (valid, invalid, unknown) and `flow_type` say so.
 */
const folder = process.env.FLOW_CORPUS;

it.runIf(folder)('agrees with what is known of the flows in FLOW_CORPUS', () => {
  const rows = readTable(join(folder ?? '', 'index.tsv'));
  const perRule = new Map<string, number>();
  const results = rows.map(({ file = '', expected = '', flow_type = '' }) => {
    const text = readFileSync(join(folder ?? '', file), 'utf8');
    const type = typeFor(flow_type);
    const findings = checkFlow(text, { file });
    // Where the type is known, the rules that need it must not refuse what is valid either.
    const typed = type ? checkFlow(text, { file, type }) : findings;
    for (const { rule, level } of typed) perRule.set(`${rule} ${level}`, (perRule.get(`${rule} ${level}`) ?? 0) + 1);
    const isRefused = findings.some(({ level }) => level === 'error');
    const isRefusedTyped = typed.some(({ level }) => level === 'error');
    const wrong = expected === 'valid' ? isRefused || isRefusedTyped : expected === 'invalid' && !isRefused;
    return { file, expected, wrong };
  });
  const count = (word: string) => results.filter(({ expected }) => expected === word).length;
  console.log(`valid ${count('valid')}, invalid ${count('invalid')}, unknown ${count('unknown')}`);
  console.log(
    [...perRule]
      .sort()
      .map(([rule, times]) => `${rule} ${times}`)
      .join(', '),
  );
  expect(results.length).toBeGreaterThan(0);
  expect(results.filter(({ wrong }) => wrong)).toEqual([]);
});

function readTable(path: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** The console writes `contactFlow` where the API says CONTACT_FLOW. */
function typeFor(word: string): FlowType | undefined {
  const type = word.replace(/[A-Z]/g, '_$&').toUpperCase();
  return isFlowType(type) ? type : undefined;
}
