import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { action, aFlow, end, say } from '../domain/flow/builders.ts';

const root = new URL('../../', import.meta.url);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flows-'));
  const files = {
    'fine.json': aFlow([say(), end]),
    'unreached.json': aFlow([end, say()]),
    'invented.json': aFlow([{ ...end, Type: 'Hangup' }]),
    'whisper.json': aFlow([action('end', 'DisconnectParticipant')]),
  };
  for (const [name, flow] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(flow));
  writeFileSync(join(folder, 'broken.json'), '{');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/flows-check.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

it('finds nothing in our flows, which it takes when no file is named', () => {
  expect(run()).toEqual({ status: 0, lines: ['13 flows: 0 errors, 0 warnings'], stderr: '' });
});

it('prints one line a finding and fails on an error', () => {
  const { status, lines } = run('invented.json', 'unreached.json', 'broken.json');
  expect(status).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^invented\.json end: V06 error: /),
    expect.stringMatching(/^invented\.json end: V08 error: /),
    expect.stringMatching(/^unreached\.json say: V23 warn: cannot be reached\. /),
    expect.stringMatching(/^broken\.json: D01 error: is not JSON/),
    '3 flows: 3 errors, 1 warnings',
  ]);
});

it('passes on a warning', () => {
  expect(run('unreached.json').status).toBe(0);
});

it('applies the rules of a type only when it is told the type', () => {
  expect(run('whisper.json')).toMatchObject({ status: 0, lines: [] });
  expect(run('--type', 'AGENT_WHISPER', 'whisper.json')).toMatchObject({
    status: 1,
    lines: [expect.stringContaining('V19')],
  });
});

it.each([
  [['--type', 'whisper', 'fine.json'], '--type is one of CONTACT_FLOW'],
  [['missing.json'], 'missing.json'],
])('says in one line what is wrong with %j', (args, reason) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr.trimEnd()).not.toContain('\n');
});
