import { expect, inject, it } from 'vitest';
import { sampleAgents } from '../../../local/sample/index.ts';
import { planOf } from '../../../local/scripted-call/plan.ts';
import { scriptedCall } from '../../../local/scripted-call/run.ts';

/** What the command prints as JSON for these arguments. */
async function called(...args: string[]) {
  const plan = planOf(
    args,
    sampleAgents.map(({ username }) => username),
  );
  if ('problem' in plan) return expect.fail(plan.problem);
  return await scriptedCall(plan, inject('assembly'), (deployed) => deployed.replace(/^deskline-sample-/, ''));
}

it.each([
  ['somebody whose number is withheld', 'anonymous', 1],
  ['somebody without a number', '', 1],
  ['somebody from a SIP address', 'sip:alice@example.com', 2],
  ['somebody with twenty digits', '12345678901234567890', 1],
])('lets %s reach the agent', async (_, from, requests) => {
  const { interaction, functions } = await called('--from', from);
  expect(interaction).toMatchObject({ state: 'Closed Complete', agent: 'Ned Marsh', person: null });
  expect(functions.find(({ name }) => name === 'identify-caller')?.requests).toBe(requests);
});

it('opens the request that a caller keys in for whoever answers', async () => {
  const { interaction, functions } = await called('--from', 'anonymous', '--press', '2 10041#');
  expect(interaction).toMatchObject({ state: 'Closed Complete', person: { id: 'sample-amy' } });
  const identify = functions.filter(({ name }) => name === 'identify-caller');
  // Withheld: the fact alone. Keyed in: the request, its requester, and the fact.
  expect(identify).toMatchObject([{ requests: 1 }, { requests: 3 }]);
});

it.each([
  [['--agent', 'none', '--hang-up-after', 'queue'], { state: 'Closed Abandoned', agent: null }],
  [['--hang-up-after', 'greeting'], { state: 'Closed Complete', agent: null, person: { id: 'sample-amy' } }],
  [['--hang-up-after', 'ringing'], { state: 'Closed Abandoned', agent: null }],
  [['--press', '1', '--agent', 'beth'], { state: 'Closed Complete', agent: 'Beth Alvarez', queue: 'Billing' }],
])('tells what became of a call with %j', async (args, interaction) => {
  expect((await called('--from', '+12125550123', ...args)).interaction).toMatchObject(interaction);
});
