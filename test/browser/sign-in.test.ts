import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, newPage, signIn, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const close = ({ page }: AgentPage) => page.context().close();

/** What the page asks tokens for, as it asks. */
function grantsOf(page: Page): string[] {
  const grants: string[] = [];
  page.on('request', (request) => {
    const grant = new URLSearchParams(request.postData() ?? '').get('grant_type');
    if (grant !== null) grants.push(grant);
  });
  return grants;
}

const keptTokens = (page: Page): Promise<{ access_token: string; refresh_token: string; expires_at: number }> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('deskline.tokens') ?? '{}'));

/** Loads the page anew, with an access token that ends in so many seconds. */
async function reloadWith(page: Page, { endsIn, ...change }: { endsIn: number; refresh_token?: string }) {
  const tokens = { ...(await keptTokens(page)), ...change, expires_at: Math.ceil(Date.now() / 1000) + endsIn };
  await page.evaluate((text) => sessionStorage.setItem('deskline.tokens', text), JSON.stringify(tokens));
  await page.reload();
}

it('says why a sign-in was refused, and lets one try again', async () => {
  const agent = await newPage(browser);
  await signIn(agent.page, desk, /Cancel/);
  await agent.page.getByRole('heading', { name: 'Sign-in refused' }).waitFor();
  expect(await agent.page.getByRole('alert').innerText()).toContain('your account may not use Deskline');
  expect(new URL(agent.page.url()).search).toBe('');
  expect(await axe(agent.page)).toEqual([]);
  expect(agent.errors).toEqual([]);
  await agent.page.getByRole('button', { name: 'Sign in again' }).click();
  await agent.page.getByRole('button', { name: /Ned Marsh/ }).waitFor();
  await close(agent);
});

it('refuses a forged answer in words, takes any of several attempts, and starts anew after a broken one', async () => {
  const agent = await newPage(browser);
  const { page } = agent;
  const grants = grantsOf(page);
  await page.goto(`${desk.deskUrl}/?code=forged&state=forged`);
  await page.getByRole('heading', { name: 'Sign-in refused' }).waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('could not be used');
  expect(new URL(page.url()).search).toBe('');
  expect(grants).toEqual([]);

  const ned = page.getByRole('button', { name: /Ned Marsh/ });
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await ned.waitFor();
  const first = page.url();
  await page.goto(`${desk.deskUrl}/`);
  await ned.waitFor();
  expect(page.url()).not.toBe(first);
  await page.route(/\/token$/, (route) => route.abort(), { times: 1 });
  await page.goto(first);
  await ned.click();
  await page.getByText('The sign-in service cannot be reached.').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(grants).toEqual(['authorization_code', 'authorization_code']);
  await close(agent);
});

it('renews a token that is about to end unseen, and says so when that fails', async () => {
  const agent = await newPage(browser);
  const { page } = agent;
  await signIn(page, desk, /Ned Marsh/);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const grants = grantsOf(page);
  const before = await keptTokens(page);
  await reloadWith(page, { endsIn: 2 });
  await expect
    .poll(async () => (await keptTokens(page)).access_token, { timeout: 10_000 })
    .not.toBe(before.access_token);
  const { expires_at, refresh_token } = await keptTokens(page);
  expect(expires_at).toBeGreaterThanOrEqual(before.expires_at);
  expect(refresh_token).toBe(before.refresh_token);
  expect(grants).toEqual(['refresh_token']);
  const banner = page.getByRole('alert').filter({ hasText: 'Your session has ended.' });
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await banner.count()).toBe(0);

  await reloadWith(page, { endsIn: 4, refresh_token: 'revoked' });
  await banner.waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Search people, numbers, requests' }).fill('RQ-10041');
  await page.keyboard.press('Enter');
  const request = page.getByRole('heading', { name: 'Request RQ-10041' });
  await request.waitFor();
  await banner.getByRole('button', { name: 'Sign in again' }).click();
  await banner.waitFor({ state: 'detached' });
  await request.waitFor();
  await close(agent);
});

it('refuses somebody who is in no group of the desk, in words', async () => {
  desk.addSignIn({ username: 'otto', name: 'Otto Outside', groups: [] });
  const agent = await newPage(browser);
  await signIn(agent.page, desk, /Otto Outside/);
  await agent.page.getByRole('heading', { name: 'Sign-in refused' }).waitFor();
  expect(await agent.page.getByRole('alert').innerText()).toContain('administrator');
  expect(await axe(agent.page)).toEqual([]);
  await close(agent);
});

it('keeps the place over the way to the sign-in and back', async () => {
  const agent = await newPage(browser);
  await agent.page.goto(`${desk.deskUrl}/#/request/RQ-10041`);
  await agent.page.getByRole('button', { name: /Ned Marsh/ }).click();
  await agent.page.getByRole('heading', { name: 'Request RQ-10041' }).waitFor();
  expect(new URL(agent.page.url()).hash).toBe('#/request/RQ-10041');
  expect(new URL(agent.page.url()).search).toBe('');
  await agent.page.getByRole('link', { name: 'Amy Lindqvist' }).click();
  await agent.page.getByRole('tab', { name: /Open requests/ }).waitFor();
  await agent.page.goBack();
  await agent.page.getByRole('heading', { name: 'Request RQ-10041' }).waitFor();
  expect(await axe(agent.page)).toEqual([]);
  await close(agent);
});

it('signs out, leaves the agent offline, and does not sign in again by itself', async () => {
  const agent = await atWork(browser, desk);
  await agent.page.getByRole('button', { name: 'Sign out' }).click();
  await agent.page.getByText('You are signed out.').waitFor();
  expect(desk.connect.agent('ned')?.state.type).toBe('offline');
  expect(await axe(agent.page)).toEqual([]);
  await close(agent);
});

it('stays usable without the telephone, and says how to get it back', async () => {
  const agent = await newPage(browser);
  await agent.page.route(/\/ccp-v2\//, (route) => route.abort());
  await signIn(agent.page, desk, /Ned Marsh/);
  await agent.page.getByText('The telephone is not signed in.').waitFor({ timeout: 15_000 });
  expect(await axe(agent.page)).toEqual([]);
  await agent.page.getByRole('combobox', { name: 'Search people, numbers, requests' }).fill('RQ-10041');
  await agent.page.keyboard.press('Enter');
  await agent.page.getByRole('heading', { name: 'Request RQ-10041' }).waitFor();
  await agent.page.unroute(/\/ccp-v2\//);
  await agent.page.getByRole('button', { name: 'Try again' }).click();
  await agent.page.getByLabel('Choose presence').waitFor({ timeout: 15_000 });
  await close(agent);
});

it('says which part the desk could not deliver, and reads it again on demand', async () => {
  const agent = await atWork(browser, desk);
  await agent.page.route('**/api/requests/**', (route) => route.abort());
  await agent.page.goto(`${desk.deskUrl}/#/request/RQ-10036`);
  await agent.page.getByText('The desk cannot be reached.').waitFor();
  expect(await axe(agent.page)).toEqual([]);
  await agent.page.unroute('**/api/requests/**');
  await agent.page.getByRole('button', { name: 'Try again' }).click();
  await agent.page.getByText('Invoice of October shows the wrong VAT').waitFor();
  await close(agent);
});
