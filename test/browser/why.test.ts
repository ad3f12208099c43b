import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../../local/desk.ts';
import { atWork, axe, dials, later, newPage, signIn, startTestDesk } from './agent.ts';
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

it('lets a supervisor read why a call popped, and try a caller', async () => {
  const call = await dials(desk, '+14155550142', 'queue');
  call.hangUp();
  await later(desk, 5);
  await desk.settled();
  const { page, errors } = await newPage(browser);
  await signIn(page, desk, /Sue/);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.goto(`${desk.deskUrl}/#/call/${call.contactId}`);
  await page.getByRole('link', { name: 'Why did it pop?' }).click();
  await page.getByRole('heading', { name: 'Why did it pop?' }).waitFor();
  await page.getByText('Offers 2 people who share telephone +14155550142; the agent chooses.').waitFor();
  expect(await page.locator('.ladder .decides').innerText()).toMatch(/Telephone.*\+14155550142.*Leila Haddad/s);
  expect(await axe(page)).toEqual([]);

  await page.getByRole('link', { name: 'Try a caller' }).click();
  await page.getByLabel('By').selectOption('Support ID');
  await page.getByLabel('Value').fill('<b>1001</b>');
  await page.keyboard.press('Enter');
  await page.getByText('Nobody pops').waitFor();
  await page.getByLabel('Value').fill('1001');
  await page.keyboard.press('Enter');
  await page.getByText('Pops: Amy Lindqvist, by support id 1001: has it.').waitFor();
  await page.reload();
  await page.getByText('Pops: Amy Lindqvist').waitFor();
  expect(await axe(page)).toEqual([]);

  await page.getByLabel('By').selectOption('Caller ID');
  await page.getByLabel('Value').fill('020 7946 0018');
  await page.getByLabel('Line dialled').fill('+442079460000');
  await page.keyboard.press('Enter');
  await page.getByText('Pops: Grace Okafor').waitFor();
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByText('Pops: Grace Okafor').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  expect(await axe(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('shows an agent neither the link nor the place', async () => {
  const { page } = await atWork(browser, desk);
  const call = await dials(desk, '+12125550123', 'ringing');
  await page.getByRole('link', { name: 'RQ-10041' }).waitFor();
  expect(await page.getByRole('link', { name: 'Why did it pop?' }).count()).toBe(0);
  await page.goto(`${desk.deskUrl}/#/why/${call.contactId}`);
  await page.getByText('This is for supervisors').waitFor();
  call.hangUp();
  await page.context().close();
});
