import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asked } from '../../bin/explain-asked.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as npm runs it, on data of its own. */
function explain(...args: string[]) {
  const env = { ...process.env, DESK_DATA: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/explain.ts', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

it('draws why somebody would pop', () => {
  const { status, stdout } = explain('+12125550123', '--support-id', 'nobody’s');
  expect(status).toBe(0);
  expect(stdout).toMatch(/▶ Telephone .*\+12125550123/);
  expect(stdout).toContain('└ Pops: Amy Lindqvist, by telephone +12125550123: the same number.');
  expect(stdout).toContain('2 requests and 1 read units');
});

it('gives programs one object, and reads the caller id in the country of the line that was dialled', () => {
  const { stdout } = explain('020 7946 0018', '--dialled', '+442079460000', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: 'one-person',
    people: [{ name: 'Grace Okafor', match: { certainty: 'yes', reason: 'equal' } }],
    lineRegion: 'GB',
    steps: [{ rung: 'telephone', readAs: '+442079460018' }],
    cost: { requests: 1, readUnits: 0.5 },
  });
});

it('refuses with one line', () => {
  const { status, stdout, stderr } = explain('--nonsense', 'x');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining("Unknown option '--nonsense'")]);
});

it.each([
  [[], 'say who calls'],
  [['1', '2'], 'one caller id, not 2'],
  [['1', '--dialled', 'here'], '--dialled here: not a number'],
])('refuses %j', (args, words) => {
  expect(() => asked(args)).toThrow(words);
});
