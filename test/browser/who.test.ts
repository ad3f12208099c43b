import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { personItems } from '../../domain/directory/items.ts';
import type { Call } from '../../local/connect/types.ts';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, dials, later, leaveWork, spoken, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let agent: AgentPage;
/** Bodies of the choices that any page of the agent sent. */
let posts: string[];
const haddads = '+14155550142';

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  agent = await atWork(browser, desk);
  posts = [];
  agent.page.context().on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/caller')) posts.push(request.postData() ?? '');
  });
});
afterEach(async () => {
  await leaveWork(browser, desk);
});

const rings = async (from: string, keyed = '') => {
  const call = await dials(desk, from, keyed === '' ? 'ringing' : 'flow');
  if (keyed !== '') await keysIn(call, keyed);
  await agent.page.locator('.softphone.ringing').waitFor();
  return call;
};
/** Chooses to enter a number, enters it, and lets time pass until the call rings. */
async function keysIn(call: Call, keyed: string): Promise<void> {
  const until = async (done: () => boolean) => {
    for (let second = 0; second < 60 && !done(); second += 1) await later(desk, 1);
  };
  const hears = (text: string) => () =>
    call.events.some((event) => event.kind === 'heard' && event.text.includes(text));
  await until(hears('press 2'));
  call.press('2');
  await until(hears('Please enter the number'));
  for (const key of `${keyed}#`) {
    call.press(key);
    await later(desk, 0.2);
  }
  await until(() => call.phase === 'ringing');
}
const heading = (page: Page = agent.page) => page.getByRole('main').getByRole('heading', { level: 2 }).first();
const answered = async () => {
  await agent.page.keyboard.press('a');
  await agent.page.locator('.softphone.talking').waitFor();
};
async function clean(): Promise<void> {
  expect(await axe(agent.page)).toEqual([]);
  expect(agent.errors).toEqual([]);
}

it('chooses by digit while it rings, tells the record once, and keeps it over a reload', async () => {
  const { page } = agent;
  await rings(haddads);
  await page.getByRole('heading', { name: 'Who is calling?' }).waitFor();
  await page.getByRole('button', { name: /Leila Haddad/ }).waitFor();
  expect(await page.title()).not.toContain('Haddad');
  expect(await spoken(page)).not.toContain('Haddad');
  await clean();
  const second = await page.locator('.people .name').nth(1).innerText();
  await page.keyboard.press('2');
  await expect.poll(() => heading().innerText()).toContain(second);
  expect(await page.title()).toContain(second);
  await answered();
  await page.reload();
  await expect.poll(() => heading().innerText()).toContain(second);
  await page.locator('.softphone.talking').waitFor();
  await later(desk, 2);
  await page.getByRole('button', { name: 'Somebody else?' }).click();
  await page.getByRole('button', { name: `Keep ${second}` }).click();
  await page.getByRole('button', { name: 'Somebody else?' }).click();
  await page
    .getByRole('button', { name: new RegExp(second) })
    .last()
    .click();
  expect(posts).toHaveLength(1);
  await clean();
});

it('chooses by arrows and Enter during the call, and chooses again', async () => {
  const { page } = agent;
  await rings(haddads);
  await answered();
  await page.locator('.people button').first().focus();
  await page.keyboard.press('ArrowDown');
  const second = await page.locator('.people .name').nth(1).innerText();
  await page.keyboard.press('Enter');
  await expect.poll(() => heading().innerText()).toContain(second);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('who');
  await page.getByRole('button', { name: 'Somebody else?' }).click();
  const first = await page.locator('.people .name').first().innerText();
  await clean();
  await page.keyboard.press('1');
  await expect.poll(() => heading().innerText()).toContain(first);
  await expect.poll(() => posts.length).toBe(2);
});

it('lets one choose in a narrow panel too', async () => {
  const { page } = agent;
  await page.setViewportSize({ width: 400, height: 720 });
  await rings(haddads);
  const row = page.locator('.softphone').getByRole('button', { name: /Omar Haddad/ });
  await row.waitFor();
  await clean();
  await row.click();
  await expect.poll(() => page.locator('.softphone .caller').innerText()).toBe('Omar Haddad');
  expect(posts).toEqual(['{"personId":"sample-omar"}']);
});

it('shows the choice in the agent’s other tab', async () => {
  const { page } = agent;
  await rings(haddads);
  await answered();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('.people li').first().waitFor({ timeout: 15_000 });
  const first = await page.locator('.people .name').first().innerText();
  await page.bringToFront();
  await page.keyboard.press('1');
  await expect.poll(() => heading().innerText()).toContain(first);
  await expect.poll(() => heading(other).innerText()).toContain(first);
  expect(posts).toHaveLength(1);
  await other.close();
});

it('offers candidates as unconfirmed, and names nobody before the choice', async () => {
  const { page } = agent;
  const carla = { id: 'carla', name: 'Carla Central', active: true, region: 'DE', version: 1 };
  await desk.putItems(
    'Directory',
    personItems({ ...carla, phones: [{ label: 'work', number: '030 901820-0' }] }, 'US').items.map((item) => ({
      ...item,
    })),
  );
  await rings('+4930901820417');
  await page.getByRole('heading', { name: 'Not certain: who is calling?' }).waitFor();
  const row = page.getByRole('button', { name: /Carla Central/ });
  expect(await row.innerText()).toContain('unconfirmed');
  expect(`${await page.title()} ${await spoken(page)} ${await page.locator('.softphone').innerText()}`).not.toContain(
    'Carla',
  );
  expect(posts).toEqual([]);
  await clean();
  await page.keyboard.press('1');
  await expect.poll(() => heading().innerText()).toContain('Carla Central');
});

it('makes a person and then a request of a withheld call', async () => {
  const { page } = agent;
  await rings('anonymous');
  await page.getByText('Number withheld').first().waitFor();
  await page.getByLabel('Subject').fill('Lost parcel');
  await page.getByRole('button', { name: 'Create person', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Wim <i>Withheld</i>');
  await clean();
  await page.getByRole('button', { name: 'Create and take as the caller' }).click();
  await expect.poll(() => heading().innerText()).toBe('Wim <i>Withheld</i>');
  expect(await page.getByLabel('Subject').inputValue()).toBe('Lost parcel');
  await page.getByRole('button', { name: 'Create request' }).click();
  await page.getByRole('cell', { name: 'Lost parcel' }).waitFor();
  expect(posts).toHaveLength(1);
  await clean();
});

it('begins a person with the number that called', async () => {
  const { page } = agent;
  await rings('+12125559876');
  await page.getByRole('button', { name: 'Create person from this number' }).click();
  expect(await page.getByRole('textbox', { name: 'Number', exact: true }).inputValue()).toBe('+12125559876');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora New');
  await page.getByRole('button', { name: 'Create and take as the caller' }).click();
  await page.locator('.facts').getByRole('link', { name: '(212) 555-9876' }).waitFor();
  expect(await page.locator('.facts a.phone').first().getAttribute('href')).toBe('tel:+12125559876');
});

it('finds the person of an unknown number, who is the caller from then on', async () => {
  const { page } = agent;
  await rings('+12125559875');
  await page.getByRole('combobox', { name: 'Find person' }).fill('grace');
  await page.getByRole('listbox', { name: 'People found' }).getByText('Grace Okafor').waitFor();
  await clean();
  await page.keyboard.press('Enter');
  await expect.poll(() => heading().innerText()).toContain('Grace Okafor');
  await page.getByLabel('Subject').waitFor();
  expect(await page.title()).toContain('Grace Okafor');
  expect(posts).toEqual(['{"personId":"sample-grace"}']);
});

it('offers the people who share the support ID that was keyed in, not whoever has the number', async () => {
  const { page } = agent;
  await rings('+12125550123', '4711');
  await page.getByRole('heading', { name: 'Who is calling?' }).waitFor();
  await page.getByRole('button', { name: /Leila Haddad/ }).waitFor();
  expect(await page.locator('.people .name').allInnerTexts()).not.toContain('Amy Lindqvist');
  expect(posts).toEqual([]);
});

it('marks the request that the caller keyed in, among those of the caller', async () => {
  const { page } = agent;
  await rings('+12125550123', '10036');
  await page.locator('[aria-current="true"]').getByText('RQ-10036').waitFor();
  expect(await page.locator('[aria-current="true"]').count()).toBe(1);
  const details = page.getByRole('region', { name: 'Request RQ-10036' });
  await details.getByText('In progress').waitFor();
  await clean();
});
