/** A call that goes on with somebody else: two and three agents, each with a page of their own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../local/connect/types.ts';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, dials, later, leaveWork, record, spoken, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let ned: AgentPage;
let beth: AgentPage;
const amy = '+12125550123';

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk('2026-03-02T15:00:00Z'), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  ned = await atWork(browser, desk);
});
afterEach(async () => {
  await leaveWork(browser, desk);
});

const state = (of: AgentPage, name: string) => of.page.locator(`.softphone.${name}`).waitFor();
const shows = (of: AgentPage, text: string | RegExp) => of.page.getByText(text).first().waitFor();
const button = (of: AgentPage, name: string | RegExp) => of.page.getByRole('button', { name });
const party = (of: AgentPage, who: string) => of.page.getByRole('list', { name: 'In this call' }).getByText(who);
const who = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first();
const agentState = (username: string) => desk.connect.agent(username)?.state.name;

/** Amy calls Ned, who answers; then Beth comes to work. */
async function nedTalksToAmy(): Promise<Call> {
  const call = await dials(desk, amy, 'ringing');
  await state(ned, 'ringing');
  await ned.page.keyboard.press('a');
  await state(ned, 'talking');
  await later(desk, 20);
  beth = await atWork(browser, desk, undefined, /Beth Alvarez/);
  // Her presence reaches the desk by the stream of agent events.
  await later(desk, 3);
  return call;
}

/** Opens the quick connects by key and calls the first one found for `typed`. */
async function consults(typed: string): Promise<void> {
  await ned.page.keyboard.press('t');
  await ned.page.getByRole('textbox', { name: 'Agent, queue or number' }).fill(typed);
  await ned.page
    .getByRole('button', { name: /^Consult / })
    .first()
    .waitFor();
  await ned.page.keyboard.press('Enter');
  await state(ned, 'calling');
}

async function bethJoins(): Promise<void> {
  await later(desk, 2);
  await state(beth, 'ringing');
  await beth.page.keyboard.press('a');
  await state(beth, 'talking');
  await later(desk, 15);
  await state(ned, 'consulting');
}

it('hands a customer to another agent as the document shows it: consult, three at once, reassignment, one record', async () => {
  const call = await nedTalksToAmy();
  await ned.page.keyboard.press('t');
  const list = ned.page.getByRole('region', { name: 'Quick connects' });
  await list.getByText('Beth Alvarez').waitFor();
  // Agents with their presence, queues with who waits.
  await expect
    .poll(() => list.getByRole('listitem').filter({ hasText: 'Beth Alvarez' }).innerText())
    .toContain('Available');
  await expect
    .poll(() => list.getByRole('listitem').filter({ hasText: 'Billing' }).innerText())
    .toMatch(/nobody waits/);
  expect(await axe(ned.page)).toEqual([]);
  await list.getByRole('textbox').fill('beth');
  await ned.page.keyboard.press('Enter');

  await state(ned, 'calling');
  await party(ned, 'INTERNAL-TRANSFER').waitFor();
  await party(ned, 'Beth Alvarez').waitFor();
  await shows(ned, 'Customer on hold');
  expect(await spoken(ned.page)).toBe('Calling Beth Alvarez. The customer is on hold.');
  expect(call.phase).toBe('onHold');
  expect(await axe(ned.page)).toEqual([]);

  await later(desk, 2);
  await state(beth, 'ringing');
  // The same person and request stand there before she answers.
  await expect.poll(() => who(beth.page).innerText()).toContain('Amy Lindqvist');
  await beth.page.getByRole('link', { name: 'RQ-10041' }).waitFor();
  await shows(beth, 'Handed over to you');
  await beth.page.keyboard.press('a');
  await state(beth, 'talking');
  await later(desk, 15);
  await state(ned, 'consulting');
  expect(call.phase).toBe('onHold');

  await ned.page.keyboard.press('j');
  await state(ned, 'conference');
  await expect.poll(() => call.phase).toBe('talking');
  expect((await record(desk)).agentName).toBe('Ned Marsh');
  expect(await axe(ned.page)).toEqual([]);

  await ned.page.keyboard.press('l');
  await state(ned, 'afterCallWork');
  expect(call.phase).toBe('talking');
  await state(beth, 'talking');
  const between = await record(desk);
  expect(between).toMatchObject({ state: 'Work in Progress', agentName: 'Beth Alvarez' });

  await beth.page.keyboard.press('e');
  await state(beth, 'afterCallWork');
  // The customer hears the goodbye first.
  await later(desk, 15);
  expect(call.phase).toBe('ended');
  for (const agent of [ned, beth]) {
    await button(agent, /Clear contact/).click();
    await state(agent, 'idle');
  }
  await later(desk, 5);
  const done = await record(desk);
  expect(done).toMatchObject({
    state: 'Closed Complete',
    agentName: 'Beth Alvarez',
    caller: { personName: 'Amy Lindqvist' },
  });
  expect(done.legs.map(({ method, agentName }) => ({ method, agentName }))).toEqual([
    { method: 'INBOUND', agentName: 'Ned Marsh' },
    { method: 'TRANSFER', agentName: 'Beth Alvarez' },
  ]);
  expect(done.legs[1]?.previousContactId).toBe(done.id);
  expect([...ned.errors, ...beth.errors]).toEqual([]);
});

it('calls a typed number once, however often Enter is pressed, and not when the list was closed meanwhile', async () => {
  await nedTalksToAmy();
  const { page } = ned;
  const refused = 'This number is marked: do not call.';
  let permits = 0;
  await page.route('**/api/calls/permission', async (route) => {
    permits += 1;
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  const field = page.getByRole('textbox', { name: 'Agent, queue or number' });
  const opens = async (number: string) => {
    await page.keyboard.press('t');
    await field.fill(number);
    await field.press('Enter');
  };
  await opens('(303) 555-0199');
  await shows(ned, refused);
  await field.press('Escape');
  await opens('(415) 555-0111');
  expect(await page.getByText(refused).count()).toBe(0);
  await field.press('Escape');
  await expect.poll(() => permits).toBe(2);
  await page.waitForTimeout(600);
  await state(ned, 'talking');
  await opens('(415) 555-0111');
  await field.press('Enter');
  await state(ned, 'calling');
  await expect.poll(() => permits).toBe(4);
  expect(desk.connect.agent('ned')?.contacts[0]?.connections).toHaveLength(3);
  expect(await page.locator('.trouble').count()).toBe(0);
});

it('swaps who is on hold, and drops the other side', async () => {
  const call = await nedTalksToAmy();
  await consults('beth');
  await bethJoins();
  await ned.page.keyboard.press('s');
  await state(ned, 'swapped');
  await expect.poll(() => call.phase).toBe('talking');
  await ned.page.keyboard.press('s');
  await state(ned, 'consulting');
  await expect.poll(() => call.phase).toBe('onHold');
  await ned.page.keyboard.press('x');
  await state(ned, 'onHold');
  await state(beth, 'afterCallWork');
  expect(await ned.page.getByText('has left').count()).toBe(0);
  await ned.page.keyboard.press('h');
  await state(ned, 'talking');
  expect(call.phase).toBe('talking');
});

it('puts the customer of a conference on hold, and takes all back', async () => {
  const call = await nedTalksToAmy();
  await consults('beth');
  await bethJoins();
  await ned.page.keyboard.press('j');
  await state(ned, 'conference');
  await ned.page.keyboard.press('h');
  await state(ned, 'consulting');
  await expect.poll(() => call.phase).toBe('onHold');
  await ned.page.keyboard.press('j');
  await state(ned, 'conference');
  await expect.poll(() => call.phase).toBe('talking');
  await beth.page.keyboard.press('e');
  await state(ned, 'talking');
  await shows(ned, 'Beth Alvarez has left the call.');
});

it.each([
  ['refuses', async () => void (await beth.page.keyboard.press('d'))],
  ['misses it', async () => void (await later(desk, 22))],
])('gives the customer back, with words, when the other agent %s', async (_, refuses) => {
  const call = await nedTalksToAmy();
  await consults('beth');
  await later(desk, 2);
  await state(beth, 'ringing');
  await refuses();
  await later(desk, 30);
  await state(ned, 'onHold');
  await shows(ned, 'Beth Alvarez did not take the call. The customer is with you, on hold.');
  await state(beth, 'missed');
  await shows(beth, 'The caller goes back to your colleague or a queue.');
  expect(await axe(ned.page)).toEqual([]);
  await ned.page.keyboard.press('h');
  await state(ned, 'talking');
  expect(call.phase).toBe('talking');
});

describe('a customer who is handed over without a word', () => {
  const now = async (name: string) => {
    await ned.page.keyboard.press('t');
    await button(ned, `Transfer now to ${name}`).click();
    await state(ned, 'afterCallWork');
    expect(agentState('ned')).toBe('AfterCallWork');
  };

  it('waits for the other agent, who takes the call; the first one reads so', async () => {
    const call = await nedTalksToAmy();
    await now('Beth Alvarez');
    await shows(ned, 'The customer waits for Beth Alvarez.');
    await later(desk, 3);
    await state(beth, 'ringing');
    await expect.poll(() => who(beth.page).innerText()).toContain('Amy Lindqvist');
    await beth.page.keyboard.press('a');
    await state(beth, 'talking');
    await later(desk, 15);
    expect(call.phase).toBe('talking');
    await shows(ned, 'Beth Alvarez has the customer.');
    expect(await record(desk)).toMatchObject({ agentName: 'Beth Alvarez', state: 'Work in Progress' });
  });

  it('goes on to the origin queue, before others, when nobody takes it there; the first agent reads so', async () => {
    const call = await nedTalksToAmy();
    await beth.page.getByLabel('Choose presence').selectOption('Lunch');
    await beth.page.locator('.dot.away').waitFor();
    const other = await dials(desk, '+493023125042', 'queue');
    await later(desk, 5);
    await now('Beth Alvarez');
    await later(desk, 45);
    await shows(ned, /Nobody took the call there. The customer waits in Service desk, before others/);
    expect(call.phase).toBe('queue');
    expect(await axe(ned.page)).toEqual([]);
    // Somebody becomes free: who was handed over comes before who waited longer.
    await beth.page.getByLabel('Choose presence').selectOption('Available');
    await later(desk, 2);
    await state(beth, 'ringing');
    await expect.poll(() => who(beth.page).innerText()).toContain('Amy Lindqvist');
    expect(other.phase).toBe('queue');
  });

  it('reaches a queue whose agent takes the call', async () => {
    const call = await nedTalksToAmy();
    await now('Billing');
    await later(desk, 10);
    await state(beth, 'ringing');
    await beth.page.keyboard.press('a');
    await state(beth, 'talking');
    await later(desk, 15);
    expect(call.phase).toBe('talking');
    expect(await record(desk)).toMatchObject({ agentName: 'Beth Alvarez', queueName: 'Billing' });
  });
});

it('calls somebody outside into the call, and leaves the two together', async () => {
  const call = await nedTalksToAmy();
  // A number that is clicked in a call is somebody to bring in.
  await ned.page.goto(`${desk.deskUrl}/#/person/sample-omar`);
  await ned.page.getByRole('main').getByRole('link', { name: '(415) 555-0142' }).click();
  await button(ned, 'Call +14155550142').click();
  await state(ned, 'calling');
  await party(ned, 'Outside').waitFor();
  await later(desk, 6);
  await state(ned, 'consulting');
  await ned.page.keyboard.press('j');
  await state(ned, 'conference');
  await ned.page.keyboard.press('l');
  await state(ned, 'afterCallWork');
  expect(call.phase).toBe('talking');
});

it('ends for all three when the customer hangs up while the other agent is asked', async () => {
  const call = await nedTalksToAmy();
  await consults('beth');
  await later(desk, 2);
  await state(beth, 'ringing');
  call.hangUp();
  await later(desk, 2);
  await state(beth, 'missed');
  await ned.page.locator('.softphone:is(.afterCallWork)').waitFor();
});

it('shows a call with a third party to a page that loads in the middle of it', async () => {
  await nedTalksToAmy();
  await consults('beth');
  await bethJoins();
  await ned.page.reload();
  await state(ned, 'consulting');
  await party(ned, 'Beth Alvarez').waitFor();
  await ned.page.keyboard.press('j');
  await state(ned, 'conference');
});

it('goes from one agent to the next and on to a third, each at a page of their own, as one conversation', async () => {
  const call = await nedTalksToAmy();
  await consults('beth');
  await bethJoins();
  const sue = await atWork(browser, desk, {}, /Sue Tanaka/);
  await later(desk, 3);
  await ned.page.keyboard.press('l');
  await state(ned, 'afterCallWork');
  await expect.poll(() => call.phase).toBe('talking');

  await beth.page.keyboard.press('t');
  await beth.page.getByRole('textbox', { name: 'Agent, queue or number' }).fill('sue');
  await button(beth, /^Consult Sue/).click();
  await state(beth, 'calling');
  await later(desk, 2);
  await state(sue, 'ringing');
  await expect.poll(() => who(sue.page).innerText()).toContain('Amy Lindqvist');
  await sue.page.keyboard.press('a');
  await state(sue, 'talking');
  await later(desk, 15);
  await state(beth, 'consulting');
  await beth.page.keyboard.press('j');
  await state(beth, 'conference');
  await beth.page.keyboard.press('l');
  await state(beth, 'afterCallWork');
  await state(sue, 'talking');
  expect(call.phase).toBe('talking');
  const told = await record(desk);
  expect(told).toMatchObject({ agentName: 'Sue Tanaka', state: 'Work in Progress' });
  expect(told.legs.map(({ agentName }) => agentName)).toEqual(['Ned Marsh', 'Beth Alvarez', 'Sue Tanaka']);
});
