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

it.each([
  ['somebody whose number is withheld', 'anonymous', 1],
  ['somebody without a number', '', 1],
  ['somebody from a SIP address', 'sip:alice@example.com', 2],
  ['somebody with twenty digits', '12345678901234567890', 1],
])('lets %s reach the agent', (_, from, requests) => {
  const { status, stdout } = call('--from', from, '--json');
  expect(status).toBe(0);
  const { interaction, functions } = JSON.parse(stdout);
  expect(interaction).toMatchObject({ state: 'Closed Complete', agent: 'Ned Marsh', person: null });
  expect(functions.find(({ name }: { name: string }) => name === 'identify-caller').requests).toBe(requests);
});

it('opens the request that a caller keys in for whoever answers', () => {
  const { status, stdout } = call('--from', 'anonymous', '--press', '2 10041#', '--json');
  expect(status).toBe(0);
  const { interaction, functions } = JSON.parse(stdout);
  expect(interaction).toMatchObject({ state: 'Closed Complete', person: { id: 'sample-amy' } });
  const identify = functions.filter(({ name }: { name: string }) => name === 'identify-caller');
  // Withheld: the fact alone. Keyed in: the request, its requester, and the fact.
  expect(identify).toMatchObject([{ requests: 1 }, { requests: 3 }]);
});

it.each([
  [['--agent', 'none', '--hang-up-after', 'queue'], { state: 'Closed Abandoned', agent: null }],
  [['--hang-up-after', 'greeting'], { state: 'Closed Complete', agent: null, person: { id: 'sample-amy' } }],
  [['--hang-up-after', 'ringing'], { state: 'Closed Abandoned', agent: null }],
  [['--press', '1', '--agent', 'beth'], { state: 'Closed Complete', agent: 'Beth Alvarez', queue: 'Billing' }],
])('tells what became of a call with %j', (args, interaction) => {
  const { status, stdout } = call('--from', '+12125550123', '--json', ...args);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).interaction).toMatchObject(interaction);
});

it('says in one line why a call cannot be made', () => {
  for (const args of [[], ['--from', '1', '--agent', 'zoe'], ['--from', '1', '--to', '+4930']]) {
    const { status, stdout, stderr } = call(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});
