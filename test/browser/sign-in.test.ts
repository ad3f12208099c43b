import type { Browser } from 'playwright-core';
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
