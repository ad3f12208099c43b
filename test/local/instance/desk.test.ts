/** Trouble on request in the whole system: what callers meet when a function is in trouble. */
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { runUntil } from '../../../local/connect/clock.ts';
import { type Desk, startDesk } from '../../../local/desk.ts';
import { loadSample } from '../../../local/sample/index.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({
    ...{ assembly: inject('assembly'), deskPort: 0, instancePort: 0, clock: 'free' },
    sample: loadSample,
  });
});
afterAll(() => desk.stop());
afterEach(() => desk.faults.backToNormal());

/** Amy calls, and waits until an agent's telephone rings; says what the agent is told of her. */
async function nameThatRings(agent: string): Promise<string | undefined> {
  desk.faults.setPresence(agent, 'Available');
  const contactId = desk.faults.callIn('+12125550123');
  const contact = () => desk.connect.agent(agent)?.contacts.find((one) => one.contactId === contactId);
  await runUntil(desk, desk.clock, () => contact() !== undefined, 120_000);
  const { personName } = contact()?.attributes ?? {};
  desk.faults.hangUp(contactId);
  desk.faults.clear(agent);
  desk.faults.setPresence(agent, 'Offline');
  await desk.settled();
  return personName;
}

it('names the caller when nothing is wrong', async () => {
  expect(await nameThatRings('ned')).toBe('Amy Lindqvist');
  expect(desk.problems()).toEqual([]);
});

it('lets a call ring without a name while identify-caller fails, and says so', async () => {
  desk.faults.failFunction('identify-caller');
  expect(await nameThatRings('ned')).toBe('Not identified');
  expect(desk.problems().join('\n')).toMatch(/identify-caller: error: was told to fail/);
});

it('lets a call ring without a name while identify-caller is slower than it may be', async () => {
  desk.faults.slowFunction('identify-caller', 60);
  expect(await nameThatRings('raj')).toBe('Not identified');
  expect(desk.problems().join('\n')).toMatch(/identify-caller: timeout/);
});

it('knows the stack’s own functions, not the helpers of its deployment', () => {
  const names = desk.faults.state().functions.map(({ name }) => name);
  expect(names).toContain('deskline-sample-identify-caller');
  expect(names.filter((name) => /Custom/.test(name))).toEqual([]);
});

it('shows five agents, three queues, and who serves which', () => {
  const { agents, queues } = desk.faults.state();
  expect(queues.map(({ name }) => name).sort()).toEqual(['Billing', 'Network', 'Service desk']);
  expect(Object.fromEntries(agents.map(({ username, queues: served }) => [username, served.join(', ')]))).toEqual({
    ned: 'Service desk, Billing, Network',
    beth: 'Service desk, Billing, Network',
    sue: 'Service desk, Billing, Network',
    ivy: 'Billing, Service desk',
    raj: 'Network, Service desk',
  });
});
