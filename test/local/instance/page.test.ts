import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { anInstance } from '../connect/instance.ts';
import { agentPage } from '../cti/agent-page.ts';
import { type Served, served } from '../cti/served.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const people = [
  { name: 'Amy Lindqvist', number: '+12125550123' },
  { name: 'Tess Holloway', number: '+13125550197' },
];

let browser: Browser;
let instance: ReturnType<typeof anInstance>;
let host: Served;
let context: BrowserContext;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  instance = anInstance();
  await instance.link();
  host = await served(instance.connect, instance.clock, people);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  trouble = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(`${host.url}/instance`);
  await page.getByRole('heading', { name: 'Agents' }).waitFor();
});
afterEach(async () => {
  await context.close();
  await host.close();
});

const agent = (name: string) => page.getByRole('article', { name });
const ned = () => agent('Ned Flanders');
const press = (name: string, within = page.locator('main')) =>
  within.getByRole('button', { name, exact: true }).click();
const shows = (text: string, within = page.locator('main')) => within.getByText(text).first().waitFor();
const until = (condition: () => boolean) => instance.until(condition);

/** Amy calls by the page's own form, and it rings at Ned. */
async function ringing(): Promise<void> {
  await ned().getByLabel('Presence').selectOption('Available');
  await shows('Available', ned().locator('.state'));
  await page.getByLabel('Call as').selectOption({ label: 'Amy Lindqvist · +12125550123' });
  await press('Call');
  await shows('Inbound');
  await until(() => instance.agent('ned').contacts.length === 1);
  await shows('Pending busy', ned());
}

describe('the instance page', () => {
  it('shows a call from the queue to its end, and plays both sides of it', async () => {
    const row = page.getByRole('row', { name: /^Service desk/ });
    expect(await row.innerText()).toMatch(/Service desk\s+0\s+–\s+0/);
    await press('Call');
    await shows('Customer waiting in the queue');
    await expect.poll(() => row.innerText()).toMatch(/Service desk\s+1\s+0:0\d\s+0/);
    await ned().getByLabel('Presence').selectOption('Available');
    await until(() => instance.agent('ned').contacts.length === 1);
    await shows('Connecting', ned());
    await shows('Amy Lindqvist · +12125550123', ned());

    await press('Accept', ned());
    await until(() => instance.connect.calls()[0]?.phase === 'talking');
    const conversation = agent('Amy Lindqvist · +12125550123');
    await shows('Customer talking', conversation);
    await shows('with Ned Flanders', conversation);
    instance.act('ned', 'HoldConnection', { side: 'customer' });
    await shows('Customer on hold', conversation);
    await shows('Hold', ned());

    await press('Caller hangs up', conversation);
    await shows('After call work', ned());
    await shows('Customer gone', conversation);
    await press('Clear', ned());
    await shows('No contact', ned());
    expect(trouble).toEqual([]);
  });

  it('refuses for an agent who is not at this browser', async () => {
    await ringing();
    await press('Refuse', ned());
    await shows('Missed call agent', ned());
  });

  it('ends a call for such an agent', async () => {
    await ringing();
    await press('Accept', ned());
    await until(() => instance.connect.calls()[0]?.phase === 'talking');
    await shows('Busy', ned());
    await press('End', ned());
    await shows('After call work', ned());
    expect(instance.connect.calls()[0]?.endedBy).toBe('agent');
  });

  it('plays the one whom an agent calls', async () => {
    instance.act('ned', 'CreateOutboundContact', {
      endpoint: { type: 'phone_number', phoneNumber: '+13125550197' },
    });
    const conversation = agent('Tess Holloway · +13125550197');
    await shows('Customer being dialled', conversation);
    await press('Callee answers', conversation);
    await shows('Customer talking', conversation);
    expect(await conversation.getByRole('link', { name: 'Follow the line' }).getAttribute('href')).toMatch(/^\/phone#/);
    await press('Callee hangs up', conversation);
    await shows('After call work', ned());
  });

  it('offers nothing that would be refused now', async () => {
    const names = ['Accept', 'Refuse', 'End', 'Clear'];
    const off = () => Promise.all(names.map((name) => ned().getByRole('button', { name, exact: true }).isDisabled()));
    expect(await off()).toEqual([true, true, true, true]);
    await ringing();
    await expect.poll(off).toEqual([false, false, true, true]);
  });

  it('says so when the instance refuses', async () => {
    await ned().getByText('Trouble').click();
    await press('Drop the websocket', ned());
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('No softphone of Ned Flanders is connected.');
    await press('Call');
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('');
  });

  it('turns lasting trouble on, says which is on, and takes all of it back', async () => {
    await ned().getByText('Trouble').click();
    await press('Next accept fails', ned());
    await press('Forbid actions (403)', ned());
    await ned().getByText('Trouble: the next accept fails, actions are forbidden').waitFor();
    await page.getByRole('region', { name: 'Functions' }).getByLabel('Seconds').fill('2.5');
    await press('Slow it down');
    await press('Let it fail');
    await shows('identify-caller: 2.5 s slower, fails');
    await press('Delay it');
    await shows('Every softphone learns of changes 2 s late.');
    await shows('5 troubles are on.');
    expect(host.control.state().functions[0]).toEqual({ name: 'desk-identify-caller', slowMs: 2500, fails: true });

    await press('Next accept fails', ned());
    await shows('4 troubles are on.');
    await press('Back to normal', page.locator('header'));
    await shows('No trouble is on.');
    expect(host.control.state().snapshotDelayMs).toBe(0);
  });

  it('works by the keyboard alone', async () => {
    await page.getByLabel('Call as').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shows('Customer waiting in the queue');
    expect(instance.connect.calls()).toHaveLength(1);
    await ned().getByLabel('Presence').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => instance.agent('ned').chosen.name).not.toBe('Offline');
  });

  it('lists the sample people whose numbers show what becomes of a call out', async () => {
    const list = page.getByRole('region', { name: 'Numbers for calls out' });
    expect(await list.innerText()).toContain('… 97: busy\nTess Holloway · +13125550197');
  });

  it('says that the instance is gone', async () => {
    await host.close();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('The local instance does not answer.');
    host = await served(instance.connect, instance.clock);
  });

  it.each([
    [1440, 'light'],
    [800, 'dark'],
    [400, 'light'],
  ] as const)('has nothing for axe to find and nothing cut off at %i px in %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await ringing();
    host.control.callIn('');
    host.control.forbid('ned');
    host.control.failFunction('identify-caller');
    host.control.delaySnapshots(1);
    await ned().getByText('Trouble').click();
    await shows('3 troubles are on.');
    expect(await findings()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});

describe('trouble at a real softphone', () => {
  let desk: Awaited<ReturnType<typeof agentPage>>;
  let softphone: Page;
  beforeEach(async () => {
    desk = await agentPage(host.url);
    const properties = { InstanceId: instance.instanceArn, Origin: desk.url };
    instance.connect.provision('AWS::Connect::ApprovedOrigin', 'Origin', properties);
    softphone = await context.newPage();
    await softphone.goto(`${host.url}/test/sign-in/ned`);
    await softphone.goto(desk.url);
    await hears('agent');
    await page.bringToFront();
    await shows('Softphone connected', ned());
    await ned().getByText('Trouble').click();
  });
  afterEach(() => desk.close());

  const heard = () => softphone.evaluate<{ what: string; to?: string; type?: string }[]>('heard');
  const hears = (what: string) =>
    expect.poll(async () => (await heard()).map((one) => one.what), { timeout: 10_000 }).toContain(what);
  const lunch = 'agent.getAgentStates().find((state) => state.name === "Lunch")';

  it('breaks the microphone', async () => {
    await press('Break the microphone', ned());
    await hears('softphone-error');
    expect((await heard()).filter(({ what }) => what === 'softphone-error')).toMatchObject([
      { type: 'microphone_not_shared' },
    ]);
  });

  it('drops the websocket, which comes back', async () => {
    await press('Drop the websocket', ned());
    await hears('websocket-lost');
    await expect.poll(async () => (await heard()).at(-1)?.what).toBe('websocket-gained');
  });

  it('expires the session: the next action ends in a failed sign-in', async () => {
    await press('Expire the session', ned());
    await shows('Not signed in', ned());
    await softphone.evaluate(`agent.setState(${lunch}); 0`);
    await hears('auth-fail');
    expect(instance.agent('ned').chosen.name).toBe('Offline');
  });

  it('forbids actions, which the library never answers', async () => {
    await press('Forbid actions (403)', ned());
    await shows('1 trouble is on.');
    const answered = softphone.evaluate(`Promise.race([
      asked(agent.setState.bind(agent), ${lunch}).then(() => 'answered'),
      new Promise((resolve) => setTimeout(resolve, 1500, 'silence')),
    ])`);
    expect(await answered).toBe('silence');
    await press('Forbid actions (403)', ned());
    await shows('No trouble is on.');
    expect(await softphone.evaluate(`asked(agent.setState.bind(agent), ${lunch})`)).toBe('ok');
  });

  it('lets the next accept fail for want of a microphone', async () => {
    await ringing();
    await hears('connecting');
    await press('Next accept fails', ned());
    await shows('1 trouble is on.');
    expect(await softphone.evaluate('asked(contact.accept.bind(contact))')).toBe('ok');
    await expect
      .poll(async () => (await heard()).flatMap(({ to }) => to ?? []))
      .toEqual(['Offline', 'Available', 'PendingBusy', 'FailedConnectAgent']);
    await shows('Failed connect agent', ned());
  });
});

async function findings(): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes[0].html))",
  );
}
