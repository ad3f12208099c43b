/** Calls out, from the number on the page to the record; what becomes of them depends on the number's last digits. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, later, leaveWork, record, spoken, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let agent: AgentPage;

beforeAll(async () => {
  // Ten in the morning in New York, two at night in Sydney.
  [desk, browser] = await Promise.all([startTestDesk('2026-03-02T15:00:00Z'), launchChromium()]);
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

const state = (name: string) => agent.page.locator(`.softphone.${name}`).waitFor();
const shows = (text: string | RegExp) => agent.page.getByText(text).first().waitFor();
const button = (name: string | RegExp) => agent.page.getByRole('button', { name });
const ned = () => desk.connect.agent('ned');
const person = (id: string) => agent.page.goto(`${desk.deskUrl}/#/person/sample-${id}`);
const number = (display: string | RegExp) => agent.page.getByRole('main').getByRole('link', { name: display }).click();
it('dials a number on the page after the notice, and keeps the record from dialling to clearing', async () => {
  const { page } = agent;
  await person('amy');
  await number('(212) 555-0123');
  await shows('This call will be recorded.');
  await state('dialling');
  await shows('This call will be recorded.');
  expect(ned()?.state.name).toBe('CallingCustomer');
  await shows('Dialling');
  // The name follows the number by a moment.
  await expect.poll(() => spoken(page)).toBe('Dialling Amy Lindqvist.');
  expect(await axe(page)).toEqual([]);
  await expect.poll(async () => (await record(desk)).state).toBe('Work in Progress');

  await later(desk, 5);
  await state('talking');
  expect(ned()?.state.name).toBe('Busy');
  await later(desk, 20);
  await page.keyboard.press('e');
  await state('afterCallWork');
  expect(ned()?.state.name).toBe('AfterCallWork');
  await button(/Clear contact/).click();
  await state('idle');
  expect(ned()?.state.name).toBe('Available');
  await later(desk, 5);
  expect(await record(desk)).toMatchObject({
    type: 'Phone',
    state: 'Closed Complete',
    direction: 'outbound',
    agentName: 'Ned Marsh',
    caller: { personId: 'sample-amy', personName: 'Amy Lindqvist' },
  });
  // The record of a call out begins with its first event, a moment after the page looks for it.
  expect(agent.errors.filter((error) => !/404.*\/api\/interactions\//.test(error))).toEqual([]);
});

it('offers the choice when a person has several numbers', async () => {
  await person('grace');
  await agent.page.getByRole('main').getByRole('button', { name: 'Call', exact: true }).click();
  await shows('Which number of Grace Okafor?');
  expect(await axe(agent.page)).toEqual([]);
  await button(/Mobile/).click();
  await state('dialling');
  expect(desk.connect.calls().at(-1)).toMatchObject({ direction: 'outbound', number: '+447700900321' });
});

it('dials a number that is typed, and tells when the other side hangs up', async () => {
  await agent.page.keyboard.press('k');
  await agent.page.keyboard.type('(212) 555-0123');
  await agent.page.keyboard.press('Enter');
  await state('dialling');
  await later(desk, 5);
  await state('talking');
  desk.connect.calls().at(-1)?.hangUp();
  await state('afterCallWork');
});

describe.each([
  ['busy', 'tess', '(312) 555-0197', 'The line is busy.', 'LineEngagedCustomer', 'Busy'],
  ['not answered', 'hugo', '(206) 555-0198', 'Nobody answered', 'FailedConnectCustomer', 'No Answer'],
  ['no number', 'dora', '(504) 555-0199', 'There is no such number.', 'BadAddressCustomer', 'Bad number'],
])('a call that is %s', (_, id, display, words, presence, outcome) => {
  it('says so, and one button restores the presence that was there before', async () => {
    await agent.page.getByLabel('Choose presence').selectOption('Lunch');
    await agent.page.locator('.dot.away').waitFor();
    await person(id);
    await number(display);
    await state('dialling');
    await later(desk, 65);
    await state('failed');
    await shows(words);
    await shows('Clearing brings you back to: Lunch.');
    expect(ned()?.state.name).toBe(presence);
    expect(await axe(agent.page)).toEqual([]);
    await button(/Clear contact/).click();
    await state('idle');
    await expect.poll(() => ned()?.state.name).toBe('Lunch');
    expect(await record(desk)).toMatchObject({ state: 'Closed Complete', outcome });
  });
});

describe('a number that must not be called now', () => {
  const dialled = () => desk.connect.calls().filter(({ direction }) => direction === 'outbound').length;

  it('is not dialled for an agent, who reads why', async () => {
    const before = dialled();
    await person('sean');
    await number('(303) 555-0199');
    await shows('This number is marked: do not call.');
    expect(await button('Call anyway').count()).toBe(0);
    expect(await axe(agent.page)).toEqual([]);
    await button('Cancel').click();
    await person('mia');
    await number(/5550 1234/);
    await shows('It is outside calling hours there.');
    await shows(/It is 02:0\d there \(Australia\/Sydney\)\. Calling hours begin/);
    expect(dialled()).toBe(before);
    expect(agent.errors).toEqual([]);
  });

  it('is dialled for a supervisor with a reason, which goes on record', async () => {
    await agent.page.context().close();
    agent = await atWork(browser, desk, undefined, /Sue Tanaka/);
    await person('mia');
    await number(/5550 1234/);
    await agent.page.getByLabel('Reason for calling anyway').fill('She asked for a call at this hour');
    await button('Call anyway').click();
    await state('dialling');
    await expect
      .poll(() => record(desk))
      .toMatchObject({
        permit: { kind: 'overridden', by: 'sue', reason: expect.stringContaining('at this hour') },
      });
  });
});
