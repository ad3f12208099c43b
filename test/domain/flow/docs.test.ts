import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../../domain/flow/check.ts';

it('docs/flow.md has a line for each rule, in its own words', () => {
  const page = readFileSync(new URL('../../../docs/flow.md', import.meta.url), 'utf8');
  const lines = [...page.matchAll(/^\| ([A-Z]\d\d) \| (.*) \| (?:error|warn|error, warn) \|$/gm)];
  expect(lines.map(([, id, words]) => `${id} ${words}`)).toEqual(rules.map(({ id, rule }) => `${id} ${rule}`));
});
