import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** The command as a program runs it. */
const call = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/run.mjs', 'bin/call.ts', ...args], { encoding: 'utf8', timeout: 60_000 });

it('prints one object with the whole call, and nothing else', () => {
  const { status, stdout } = call('--from', '+12125550123', '--agent', 'ned', '--json');
  expect(status).toBe(0);
  const report = JSON.parse(stdout);
  expect(report.interaction).toMatchObject({
    state: 'Closed Complete',
    history: [{ state: 'New' }, { state: 'Work in Progress' }, { state: 'Closed Complete' }],
    person: { name: 'Amy Lindqvist' },
    agent: 'Ned Marsh',
    queue: 'Service desk',
  });
  expect(report.heard[0].text).toContain('Amy Lindqvist');
  expect(report.blocks[0]).toEqual({ flow: 'Deskline inbound', id: 'log', type: 'UpdateFlowLoggingBehavior' });
  const identify = report.functions.filter(({ name }: { name: string }) => name === 'identify-caller');
  expect(identify).toMatchObject([{ outcome: 'ok', requests: 2 }]);
  const units = (unit: string) =>
    report.functions.reduce((sum: number, run: Record<string, number>) => sum + (run[unit] ?? 0), 0);
  expect(units('write')).toBeLessThanOrEqual(20);
  expect(units('read')).toBeLessThanOrEqual(10);
  expect(report.url.person).toMatch(/\/#\/person\/sample-amy$/);
});

it('says in one line why a call cannot be made', () => {
  // Wrong on the command line, and wrong for the stack.
  for (const args of [
    ['--from', '1', '--agent', 'zoe'],
    ['--from', '1', '--to', '+4930'],
  ]) {
    const { status, stdout, stderr } = call(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});
