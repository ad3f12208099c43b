import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desk } from '../../local/desk.ts';
import { axe, newPage, signIn, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  page = await opened(/Ned Marsh/, '#/request/RQ-10041');
  return () => page.context().close();
});

async function opened(agent: RegExp, place: string): Promise<Page> {
  const { page: made } = await newPage(browser);
  await signIn(made, desk, agent);
  await made.locator('header').waitFor();
  await made.goto(`${desk.deskUrl}/${place}`);
  return made;
}
const main = () => page.getByRole('main');

it('shows a request in each of its views, and any other name as everything', async () => {
  await page.getByText('Card reader at till 2').waitFor();
  await page.getByRole('heading', { name: 'Notes' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'As the requester sees it' }).click();
  await page.getByRole('heading', { name: 'Notes' }).waitFor({ state: 'detached' });
  expect(await main().innerText()).not.toContain('Who has it');
  expect(page.url()).toMatch(/#\/request\/RQ-10041\/ess$/);
  await page.goto(`${desk.deskUrl}/#/request/RQ-10041/nothing-of-this-name`);
  await page.getByRole('heading', { name: 'Notes' }).waitFor();
});

it('edits, notes and resolves a request by keyboard, and keeps what is typed over a reload', async () => {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Subject').fill('Card reader <b>at</b> till 3');
  await page.getByLabel('Priority').selectOption('Urgent');
  await page.reload();
  expect(await page.getByLabel('Subject').inputValue()).toBe('Card reader <b>at</b> till 3');
  await page.getByLabel('Subject').press('Enter');
  await page.getByText('Card reader <b>at</b> till 3').waitFor();
  await page.getByLabel('Write a note').fill('Sent a new cable.');
  await page.getByLabel('Write a note').press('Control+Enter');
  await page.getByText('Sent a new cable.').waitFor();
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  await page.getByRole('link', { name: 'Amy Lindqvist' }).click();
  await page.getByRole('tab', { name: /Previous/ }).click();
  await page.getByRole('row', { name: /RQ-10041.*Resolved/ }).waitFor();
});

it('shows the newer version beside the draft when another agent was faster, and loses nothing', async () => {
  const other = await opened(/Beth/, '#/request/RQ-10036');
  await page.goto(`${desk.deskUrl}/#/request/RQ-10036`);
  for (const one of [page, other]) await one.getByRole('button', { name: 'Edit' }).click();
  await other.getByLabel('Subject').fill('Beth was faster');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByText('Beth was faster').waitFor();

  await page.getByLabel('Subject').fill('Ned was slower');
  await page.getByLabel('Category').fill('Billing');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Somebody else has changed RQ-10036 meanwhile').waitFor();
  expect(await page.getByLabel('Subject').inputValue()).toBe('Ned was slower');
  await page.getByText('Now: Beth was faster').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Ned was slower').waitFor();
  expect(await main().innerText()).toContain('Billing');
  await other.context().close();
});

it('gives a request to a requester, and to the agent who takes it', async () => {
  await page.goto(`${desk.deskUrl}/#/request/RQ-10044`);
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('button', { name: 'Take it' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Give it to somebody').fill('grace');
  await page.getByRole('option', { name: /Grace Okafor/ }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Grace Okafor' }).click();
  await page.getByRole('row', { name: /RQ-10044/ }).waitFor();
});
