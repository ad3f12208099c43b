import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personItems } from '../../domain/directory/items.ts';
import type { Person } from '../../domain/directory/types.ts';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, dials, later, leaveWork, spoken, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let agent: AgentPage;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  agent = await atWork(browser, desk);
});
afterEach(async () => {
  await leaveWork(browser, desk);
});

const rings = async (from: string) => {
  const call = await dials(desk, from, 'ringing');
  await agent.page.locator('.softphone.ringing').waitFor();
  return call;
};
const shows = (text: string | RegExp) => agent.page.getByText(text).first().waitFor();
const heading = (level: number) => agent.page.getByRole('main').getByRole('heading', { level }).first();
const mallorysNumber: Pick<Person, 'phones'> = { phones: [{ label: 'mobile', number: '+1 212 555 0177' }] };
const amy = '+12125550123';

/** Nothing for axe to find, nothing in the console but what Streams cannot help. */
async function clean(): Promise<void> {
  expect(await axe(agent.page)).toEqual([]);
  expect(agent.errors).toEqual([]);
  expect(agent.evals()).toBeLessThanOrEqual(1);
}

it('shows who calls, where to and what is open before the call is answered, then the call to its end', async () => {
  const { page } = agent;
  await clean();
  const call = await rings(amy);
  await page.getByRole('link', { name: 'RQ-10041' }).waitFor();
  expect(await heading(2).innerText()).toContain('Amy Lindqvist');
  expect(await page.locator('.softphone').innerText()).toMatch(
    /Amy Lindqvist[\s\S]*2 open requests[\s\S]*To\s+\S*212\D*555/,
  );
  expect(await page.title()).toContain('Amy Lindqvist');
  expect(await page.locator('#icon').getAttribute('href')).toBe('/icon-ringing.svg');
  expect(await spoken(page)).toMatch(/^Incoming call from Amy Lindqvist, to \+1/);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Accept');
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('pop painted').length)).toBe(1);
  await clean();

  await page.keyboard.press('a');
  await page.locator('.softphone.talking').waitFor();
  // The whispers come first.
  await later(desk, 20);
  expect(call.phase).toBe('talking');
  expect(await spoken(page)).toBe('Talking to Amy Lindqvist.');
  await clean();

  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Unmute', pressed: true }).waitFor();
  await page.keyboard.press('h');
  await page.locator('.softphone.onHold').waitFor();
  await shows('Caller on hold');
  expect(call.phase).toBe('onHold');
  await clean();
  await page.keyboard.press('h');
  await page.locator('.softphone.talking').waitFor();

  await page.keyboard.press('e');
  await page.locator('.softphone.afterCallWork').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('note');
  await clean();
  await page.keyboard.type('Reader replaced, a b c d e');
  expect(await page.locator('.softphone.afterCallWork').isVisible()).toBe(true);
  await page.getByRole('button', { name: /Clear contact/ }).click();
  await page.locator('.softphone.idle').waitFor();
  await later(desk, 5);
  await shows('Reader replaced, a b c d e');
  await page.getByText('Complete, Answered').waitFor({ timeout: 8000 });
  await clean();
});

it('makes a request for the caller by keyboard alone', async () => {
  const { page } = agent;
  await rings(amy);
  await page.keyboard.press('a');
  await page.locator('.softphone.talking').waitFor();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('new-request-subject');
  await page.keyboard.type('Till <b>drawer</b> stuck');
  await page.keyboard.press('Enter');
  await shows(/^Request RQ-\d+ created/);
  await page.getByRole('cell', { name: 'Till <b>drawer</b> stuck' }).waitFor();
  await clean();
});

it('says that a caller who gave up while it rang has gone, and goes on by one button', async () => {
  const { page } = agent;
  const call = await rings(amy);
  call.hangUp();
  await page.locator('.softphone.missed').waitFor();
  await shows('The caller hung up before you answered');
  expect(await spoken(page)).toBe('Missed call from Amy Lindqvist.');
  await clean();
  await page.keyboard.press('c');
  await page.locator('.softphone.idle').waitFor();
});

it('says that a call was not answered in time, and brings the agent back by one button', async () => {
  const { page } = agent;
  const call = await rings(amy);
  await later(desk, 21);
  await page.locator('.softphone.missed').waitFor();
  await shows('Not answered in time');
  expect(call.phase).toBe('queue');
  await clean();
  await page.getByRole('button', { name: /Clear contact/ }).click();
  // Back at work, with the caller still waiting: it rings again.
  await page.locator('.softphone.idle, .softphone.ringing').waitFor();
  await later(desk, 1);
  await page.locator('.softphone.ringing').waitFor();
});

it('tells declining from missing', async () => {
  const { page } = agent;
  await rings(amy);
  await page.keyboard.press('d');
  await page.locator('.softphone.missed').waitFor();
  await shows('You declined this call');
  await clean();
});

describe('a caller whom the directory does not know', () => {
  it('is a number with its reason, and a request form that stands ready', async () => {
    const { page } = agent;
    await rings('+12125559876');
    await shows('Nobody in the directory has this number');
    // The number as people write it, once the call's record told the page.
    await expect.poll(() => heading(2).innerText()).toBe('(212) 555-9876');
    await page.getByLabel('Subject').waitFor();
    await clean();
  });

  it('is told to have withheld the number', async () => {
    const { page } = agent;
    await rings('anonymous');
    await shows('Number withheld');
    expect(await heading(2).innerText()).toBe('Unknown caller');
    await clean();
    await page.getByLabel('Subject').fill('Lost a parcel');
    await page.getByRole('button', { name: 'Create request' }).click();
    await page.getByRole('link', { name: 'Open it' }).click();
    await page.getByText('Lost a parcel').waitFor();
    await page.getByRole('link', { name: 'Show the call' }).waitFor();
    expect(await page.getByRole('link', { name: 'Show the person' }).count()).toBe(0);
    await clean();
  });
});

it('lets the agent choose among several people, and chooses nobody by itself', async () => {
  const { page } = agent;
  await rings('+14155550142');
  await shows('Who is calling?');
  await page.getByRole('button', { name: /Leila Haddad/ }).waitFor();
  expect(await page.locator('.people li').count()).toBe(2);
  await clean();
  await page.keyboard.press('a');
  await page.locator('.softphone.talking').waitFor();
  const second = await page.locator('.people .name').nth(1).innerText();
  await page.keyboard.press('2');
  await expect.poll(() => heading(2).innerText()).toContain(second);
  await page.reload();
  await expect.poll(() => heading(2).innerText()).toContain(second);
  await clean();
});

describe('calls that never reached an agent', () => {
  const rowOf = (name: string) => agent.page.getByRole('row').filter({ hasText: name }).first();

  it.each([
    ['who hung up in the greeting', 'flow', 'Left before queue', '+442079460018', 'Grace Okafor'],
    ['who gave up in the queue', 'queue', 'Abandoned', '+493023125042', 'Jonas Brandt'],
  ] as const)('shows a caller %s, by name', async (_, phase, outcome, from, name) => {
    const { page } = agent;
    await page.getByLabel('Choose presence').selectOption('Lunch');
    await page.locator('.dot.away').waitFor();
    const call = await dials(desk, from, phase);
    await later(desk, 3);
    call.hangUp();
    await later(desk, 5);
    await page.reload();
    await rowOf(name).waitFor();
    expect(await rowOf(name).innerText()).toContain(outcome);
    await page.getByRole('link', { name }).first().click();
    await expect.poll(() => heading(2).innerText()).toContain(name);
    await shows('Call began');
    await clean();
    await page.goBack();
    await rowOf(name).waitFor();
  });
});

it('puts a name that is markup on the page as text', async () => {
  const { page } = agent;
  const name = '<img src=x onerror="document.title=1"> & <b>Co</b>';
  const mallory: Person = { ...mallorysNumber, id: 'mallory', name, active: true, region: 'US', version: 1 };
  await desk.putItems(
    'Directory',
    personItems(mallory).items.map((item) => ({ ...item })),
  );
  await rings('+12125550177');
  await expect.poll(() => heading(2).innerText()).toBe(name);
  expect(await page.title()).toContain(name);
  expect(await spoken(page)).toContain(name);
  expect(await page.locator('img, b').count()).toBe(0);
  await clean();
});

it('folds into a panel of softphone and one line of who', async () => {
  await agent.page.setViewportSize({ width: 400, height: 720 });
  await rings(amy);
  const panel = agent.page.getByRole('main');
  await expect.poll(() => panel.innerText()).toMatch(/Amy Lindqvist[\s\S]*\d open requests/);
  expect(await agent.page.getByRole('table').count()).toBe(0);
  await clean();
});

it('lists the keys on ?', async () => {
  await agent.page.keyboard.press('?');
  await agent.page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await clean();
  await agent.page.keyboard.press('Escape');
  expect(await agent.page.getByRole('dialog').count()).toBe(0);
});
