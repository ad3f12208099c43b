import { describe, expect, it } from 'vitest';
import { checkFlow, rules } from '../../../domain/flow/check.ts';
import { contextRows } from './rows/context.ts';
import { parametersRows } from './rows/parameters.ts';
import { structureRows } from './rows/structure.ts';
import { transitionsRows } from './rows/transitions.ts';

const rows = [...structureRows, ...transitionsRows, ...parametersRows, ...contextRows];

describe.each(rows)('$rule: $says', ({ rule, broken, mended, options, level = 'error' }) => {
  it('is found, and nothing else', () => {
    const found = checkFlow(broken, options).map((finding) => `${finding.rule} ${finding.level}`);
    expect([...new Set(found)]).toEqual([`${rule} ${level}`]);
  });
  it('is silent once it is mended', () => {
    expect(checkFlow(mended, options)).toEqual([]);
  });
});

it('has a row for every rule', () => {
  expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual(rules.map(({ id }) => id));
});
