/**
 * What each page sees of agent and contact, in Connect's own words as the library hands them on, against the table of
 * what AWS does (docs/local-cloud.md). A row is: the agent's state and its type, then the contact's state with its legs.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, dials, later, leaveWork, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let ned: AgentPage;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk('2026-03-02T15:00:00Z'), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  ned = await atWork(browser, desk);
  await watch(ned.page);
});
afterEach(async () => {
  await leaveWork(browser, desk);
});

/** Writes down every update that looks different from the one before. */
const watch = (page: Page) =>
  page.evaluate(`(() => {
    const seen = (globalThis.seen = []);
    connect.agent((agent) => {
      const note = () => {
        const { name, type } = agent.getState();
        const contacts = agent.getContacts().map((contact) => {
          const legs = contact.getConnections().map((leg) => leg.getType() + ' ' + leg.getState().type);
          return contact.getState().type + ': ' + legs.join(', ');
        });
        const row = [name + '/' + type, ...contacts].join(' | ');
        if (seen.at(-1) !== row) seen.push(row);
      };
      agent.onRefresh(note);
      note();
    });
  })()`);
const seen = (of: AgentPage) => of.page.evaluate<string[]>('globalThis.seen');
const state = (of: AgentPage, name: string) => of.page.locator(`.softphone.${name}`).waitFor();
const press = (of: AgentPage, key: string) => of.page.keyboard.press(key);

const available = 'Available/routable';
const ringing = 'PendingBusy/system | connecting: agent connecting, inbound connected';
const talking = 'Busy/system | connected: agent connected, inbound connected';
const held = 'Busy/system | connected: agent connected, inbound hold';
const afterwards = 'AfterCallWork/system | ended: agent disconnected, inbound disconnected';

async function rings() {
  const call = await dials(desk, '+12125550123', 'ringing');
  await state(ned, 'ringing');
  return call;
}
async function talks() {
  const call = await rings();
  await press(ned, 'a');
  await state(ned, 'talking');
  await later(desk, 20);
  return call;
}
async function clears(of = ned) {
  await of.page.getByRole('button', { name: /Clear contact/ }).click();
  await of.page.locator('.softphone.idle').waitFor();
}

it('answered, held, ended by the agent, cleared', async () => {
  await talks();
  await press(ned, 'h');
  await state(ned, 'onHold');
  await press(ned, 'h');
  await state(ned, 'talking');
  await press(ned, 'e');
  await state(ned, 'afterCallWork');
  await clears();
  expect(await seen(ned)).toEqual([available, ringing, talking, held, talking, afterwards, available]);
});

it('ended by the customer', async () => {
  const call = await talks();
  call.hangUp();
  await state(ned, 'afterCallWork');
  expect(await seen(ned)).toEqual([available, ringing, talking, afterwards]);
});

const missed = 'MissedCallAgent/error | error: agent disconnected, inbound connected';
it.each([
  ['missed', async () => later(desk, 21), missed],
  ['refused', async () => press(ned, 'd'), missed],
  [
    'given up by the caller',
    async () => desk.connect.calls().at(-1)?.hangUp(),
    'MissedCallAgent/error | error: agent disconnected, inbound disconnected',
  ],
])('%s', async (_, ends, expected) => {
  await rings();
  await ends();
  await state(ned, 'missed');
  expect(await seen(ned)).toEqual([available, ringing, expected]);
});

it('without a microphone', async () => {
  await rings();
  desk.faults.failNextAccept('ned');
  await press(ned, 'a');
  await state(ned, 'failed');
  expect((await seen(ned)).at(-1)).toBe('FailedConnectAgent/error | error: agent disconnected, inbound connected');
});

const dialsOut = async (number: string) => {
  await press(ned, 'k');
  await ned.page.keyboard.type(number);
  await press(ned, 'Enter');
  await state(ned, 'dialling');
};

it('called out, answered, ended', async () => {
  await dialsOut('(212) 555-0123');
  await later(desk, 1);
  await expect.poll(() => seen(ned)).toContainEqual(expect.stringContaining('agent connected, outbound connecting'));
  await later(desk, 4);
  await state(ned, 'talking');
  await later(desk, 10);
  await press(ned, 'e');
  await state(ned, 'afterCallWork');
  const rows = await seen(ned);
  // States that last less than the library's pause of 100 ms between two looks are merged away.
  expect(rows.filter((row) => !row.includes('agent connecting'))).toEqual([
    available,
    'CallingCustomer/system | connecting: agent connected, outbound connecting',
    'Busy/system | connected: agent connected, outbound connected',
    'AfterCallWork/system | ended: agent disconnected, outbound disconnected',
  ]);
});

it.each([
  ['97', 'LineEngagedCustomer'],
  ['98', 'FailedConnectCustomer'],
  ['99', 'BadAddressCustomer'],
])('called out to a number that ends in %s', async (digits, name) => {
  await dialsOut(`(212) 555-01${digits}`);
  await later(desk, 65);
  await state(ned, 'failed');
  expect((await seen(ned)).at(-1)).toBe(`${name}/error | error: agent disconnected, outbound disconnected`);
  await clears();
  expect((await seen(ned)).at(-1)).toBe(available);
});

it('handed over with a consult: what the two agents see', async () => {
  await talks();
  const beth = await atWork(browser, desk, undefined, /Beth Alvarez/);
  await watch(beth.page);
  await press(ned, 't');
  await ned.page.getByRole('textbox', { name: 'Agent, queue or number' }).fill('beth');
  await ned.page
    .getByRole('button', { name: /^Consult/ })
    .first()
    .waitFor();
  await press(ned, 'Enter');
  await state(ned, 'calling');
  await later(desk, 2);
  await state(beth, 'ringing');
  await press(beth, 'a');
  await state(beth, 'talking');
  await later(desk, 15);
  await state(ned, 'consulting');
  await press(ned, 's');
  await state(ned, 'swapped');
  await press(ned, 'j');
  await state(ned, 'conference');
  await press(ned, 'l');
  await state(ned, 'afterCallWork');
  await press(beth, 'e');
  await state(beth, 'afterCallWork');
  expect((await seen(ned)).slice(2)).toEqual([
    talking,
    `${held}, outbound connecting`,
    `${held}, outbound connected`,
    `${talking}, outbound hold`,
    `${talking}, outbound connected`,
    // The two who stay still read as connected on the contact that has ended.
    'AfterCallWork/system | ended: agent disconnected, inbound connected, outbound connected',
  ]);
  expect(await seen(beth)).toEqual([available, ringing, talking, afterwards]);
});
