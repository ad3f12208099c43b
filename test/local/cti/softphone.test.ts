/** The real library on both sides, in a real browser, over a real instance whose clock the test turns. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Call } from '../../../local/connect/types.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { anInstance, toQueue } from '../connect/instance.ts';
import { agentPage } from './agent-page.ts';
import { type Served, served } from './served.ts';

interface Heard {
  what: string;
  at: number;
  [more: string]: unknown;
}

let browser: Browser;
let instance: ReturnType<typeof anInstance>;
let host: Served;
let desk: Awaited<ReturnType<typeof agentPage>>;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  instance = anInstance({
    inbound: [
      { id: 'note', type: 'UpdateContactAttributes', parameters: { Attributes: { personName: 'Amy' } }, next: 'queue' },
      ...toQueue,
    ],
  });
  instance.becomes('ned', 'Available');
  host = await served(instance.connect, instance.clock);
  desk = await agentPage(host.url);
  approve(desk.url);
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await desk.close();
  await host.close();
});

it('brings a call from ring to clear', async () => {
  const tab = await signedIn();
  const call = await ringing();
  await until(tab, 'connecting');
  await accept(tab, call);
  await until(tab, 'connected');
  expect(await tab.evaluate(end)).toBe('ok');
  await until(tab, 'ended');
  expect(call).toMatchObject({ phase: 'ended', endedBy: 'agent' });
  expect(await tab.evaluate('asked(contact.clear.bind(contact))')).toBe('ok');
  await until(tab, 'destroyed');

  // The websocket opens when it opens, before or after the agent is told of.
  const told = (await reports(tab)).map(inWords).filter((one) => one !== 'websocket-gained');
  expect(told).toEqual([
    'initialized',
    'agent Ned Flanders',
    'state Init → Available',
    'state Available → PendingBusy',
    'contact',
    'connecting',
    'state PendingBusy → Busy',
    'connected',
    'state Busy → AfterCallWork',
    'acw',
    'ended',
    'state AfterCallWork → Available',
    'destroyed',
  ]);
});

it('shows who calls, from which queue and with which attributes', async () => {
  const tab = await signedIn();
  await ringing();
  await until(tab, 'contact');
  expect((await reports(tab)).find(({ what }) => what === 'contact')).toMatchObject({
    inbound: true,
    softphone: true,
    queue: 'Service desk',
    customer: '+12125550123',
    attributes: { personName: { name: 'personName', value: 'Amy' } },
  });
});

it('tells the page why the instance refuses', async () => {
  const tab = await signedIn();
  await ringing();
  await until(tab, 'connecting');
  const error = await tab.evaluate('(leg => asked(leg.hold.bind(leg)))(contact.getInitialConnection())');
  expect(JSON.parse(String(error))).toMatchObject({
    type: 'InvalidStateException',
    statusCode: 400,
    message: expect.stringContaining('Cannot put call on hold'),
  });
});

it('holds and resumes the customer', async () => {
  const tab = await signedIn();
  const call = await ringing();
  await until(tab, 'connecting');
  await accept(tab, call);
  await until(tab, 'connected');
  const state = () => tab.evaluate('contact.getInitialConnection().getState().type');
  await tab.evaluate('(leg => asked(leg.hold.bind(leg)))(contact.getInitialConnection())');
  await expect.poll(state).toBe('hold');
  await tab.evaluate('(leg => asked(leg.resume.bind(leg)))(contact.getInitialConnection())');
  await expect.poll(state).toBe('connected');
});

it('calls out, and tells a line that is busy from one that is answered', async () => {
  const tab = await signedIn();
  const callsOut = `new Promise((resolve) => agent.connect(connect.Endpoint.byPhoneNumber('+12125550160'), {
    success: () => resolve('ok'), failure: resolve }))`;
  expect(await tab.evaluate(callsOut)).toBe('ok');
  await until(tab, 'connecting');
  expect(await legs(tab)).toEqual(['agent connecting', 'outbound connecting']);
  await instance.until(() => instance.connect.calls()[0]?.phase === 'talking');
  await until(tab, 'connected');
  expect(await legs(tab)).toEqual(['agent connected', 'outbound connected']);
  expect((await reports(tab)).find(({ what }) => what === 'contact')).toMatchObject({ inbound: false });
  await tab.evaluate(end);
  await until(tab, 'ended');
  await tab.evaluate('asked(contact.clear.bind(contact))');
  await until(tab, 'destroyed');
  await tab.evaluate(callsOut.replace('0160', '0197'));
  await expect.poll(async () => (await reports(tab)).filter(({ what }) => what === 'connecting').length).toBe(2);
  await instance.until(() => instance.agent('ned').state.name === 'LineEngagedCustomer');
  await expect
    .poll(async () => (await reports(tab)).map(inWords))
    .toContain('state CallingCustomer → LineEngagedCustomer');
});

it('calls a third party in, joins everybody, and leaves', async () => {
  const tab = await signedIn();
  const call = await ringing();
  await until(tab, 'connecting');
  await accept(tab, call);
  await until(tab, 'connected');
  const adds = 'asked(contact.addConnection.bind(contact), connect.Endpoint.byPhoneNumber("+12125550160"))';
  expect(await tab.evaluate(adds)).toBe('ok');
  await expect.poll(() => legs(tab)).toEqual(['agent connected', 'inbound hold', 'outbound connecting']);
  await instance.until(() => instance.connect.calls()[1]?.phase === 'talking');
  await expect.poll(() => legs(tab)).toEqual(['agent connected', 'inbound hold', 'outbound connected']);
  expect(await tab.evaluate('asked(contact.toggleActiveConnections.bind(contact))')).toBe('ok');
  await expect.poll(() => legs(tab)).toEqual(['agent connected', 'inbound connected', 'outbound hold']);
  const third = 'contact.getSingleActiveThirdPartyConnection()';
  const refusal = await tab.evaluate(`(leg => asked(leg.resume.bind(leg)))(${third})`);
  expect(JSON.parse(String(refusal))).toMatchObject({
    type: 'InternalServiceError',
    message: 'Cannot resume connection from hold',
  });
  expect(await tab.evaluate('asked(contact.conferenceConnections.bind(contact))')).toBe('ok');
  await expect.poll(() => legs(tab)).toEqual(['agent connected', 'inbound connected', 'outbound connected']);
  expect(await tab.evaluate(end)).toBe('ok');
  await until(tab, 'acw');
  expect(await legs(tab)).toEqual(['agent disconnected', 'inbound connected', 'outbound connected']);
  expect(call.phase).toBe('talking');
});

it('tells a declined call as missed, and offers it again once the agent is back', async () => {
  const tab = await signedIn();
  await ringing();
  await until(tab, 'connecting');
  await tab.evaluate('asked(contact.reject.bind(contact))');
  await until(tab, 'missed');
  expect((await reports(tab)).map(inWords)).toContain('state PendingBusy → MissedCallAgent');
  await tab.evaluate('asked(contact.clear.bind(contact))');
  await expect.poll(async () => (await reports(tab)).filter(({ what }) => what === 'connecting').length).toBe(2);
});

it('lets the agent choose a state', async () => {
  const tab = await signedIn();
  await tab.evaluate('asked(agent.setState.bind(agent), agent.getAgentStates().find(s => s.name === "Lunch"))');
  await expect.poll(async () => (await reports(tab)).map(inWords)).toContain('state Available → Lunch');
  expect(instance.agent('ned').chosen.name).toBe('Lunch');
});

it('mutes only while talking, and unmutes at the end', async () => {
  const tab = await signedIn();
  const muted = async () => (await reports(tab)).filter(({ what }) => what === 'mute').map((one) => one.muted);
  await tab.evaluate('agent.mute()');
  const call = await ringing();
  await until(tab, 'connecting');
  await accept(tab, call);
  await until(tab, 'connected');
  expect(await muted()).toEqual([]);
  await tab.evaluate('agent.mute()');
  await expect.poll(muted).toEqual([true]);
  await tab.evaluate(end);
  await expect.poll(muted).toEqual([true, false]);
});

it('rings in every tab of the browser', async () => {
  const tabs = [await signedIn(), await signedIn()];
  await ringing();
  await Promise.all(tabs.map((tab) => until(tab, 'connecting')));
  expect(await tabs[0]?.evaluate('connect.numberOfConnectedCCPs')).toBe(2);
});

it('keeps page and call when the frame reloads by itself', async () => {
  const tab = await signedIn();
  const call = await ringing();
  await until(tab, 'connecting');
  const frame = tab.frames().find((one) => one.url().includes('/ccp-v2/'));
  await frame?.evaluate('location.reload()');
  await frame?.waitForFunction('globalThis.connect?.core.hasReceivedCRMConfigure === true');
  await accept(tab, call);
  await until(tab, 'connected');
});

it('comes back after the worker lost its websocket', async () => {
  const tab = await signedIn();
  await expect.poll(() => host.control.state().agents[0]?.sockets).toBe(1);
  host.control.dropWebsocket('ned');
  // Whether the page hears of the first connection depends on which of the two is ready first.
  const latest = async () => (await reports(tab)).map(({ what }) => what).filter((what) => /^websocket/.test(what));
  await expect.poll(async () => (await latest()).slice(-2)).toEqual(['websocket-lost', 'websocket-gained']);
  await ringing();
  await until(tab, 'connecting');
});

it('signs out, and lets another agent sign in', async () => {
  const tab = await signedIn();
  await tab.evaluate(`fetch('${host.url}/logout', { mode: 'no-cors', credentials: 'include' })
    .then(() => { connect.core.getUpstream().sendUpstream(connect.EventType.TERMINATE); })`);
  const status = () =>
    tab
      .frames()
      .find((one) => one.url().includes('/ccp-v2/'))
      ?.textContent('#status');
  await expect.poll(status, { timeout: 8000 }).toContain('Not signed in.');
  await tab.close();
  const other = await signedIn('beth');
  expect((await reports(other)).map(inWords)).toContain('agent Beth Sanchez');
});

it('opens the channel of the newer page functions and refuses them by name', async () => {
  const tab = await signedIn();
  const answer = await tab.evaluate(
    'agent.getNetworkConnectionStatus().then(() => "answered", (error) => error.reason)',
  );
  expect(answer).toMatch(/^not emulated: agent\//);
});

it('never acknowledges a browser that is not signed in', async () => {
  const tab = await context.newPage();
  await tab.goto(desk.url);
  await until(tab, 'ack-timeout');
  expect((await reports(tab)).map(inWords)).toEqual(['ack-timeout']);
  const frame = tab.frames().find((one) => one.url().includes('/ccp-v2/'));
  expect(await frame?.textContent('#status')).toBe('Not signed in. Sign in on the desk page, then come back.');
});

it('is not framed by an origin that is not approved', async () => {
  const stranger = await agentPage(host.url);
  expect(await refusedFrame(stranger.url)).toBe(true);
  await stranger.close();
});

it('is not framed by an approved page that sends no referrer', async () => {
  const secretive = await agentPage(host.url, { 'Referrer-Policy': 'no-referrer' });
  approve(secretive.url);
  expect(await refusedFrame(secretive.url)).toBe(true);
  await secretive.close();
});

/** Hangs up, in the page's words. */
const end = '(leg => asked(leg.destroy.bind(leg)))(contact.getAgentConnection())';

/** The connections of the page's contact, as the library tells them. */
const legs = (tab: Page) =>
  tab.evaluate<string[]>('contact.getConnections().map((leg) => `${leg.getType()} ${leg.getState().type}`)');

let origins = 0;
function approve(origin: string): void {
  const properties = { InstanceId: instance.instanceArn, Origin: origin };
  instance.connect.provision('AWS::Connect::ApprovedOrigin', `Origin${++origins}`, properties);
}

/** Dials, and lets time go by until it rings. */
async function ringing(): Promise<Call> {
  const call = await instance.dial();
  await instance.until(() => call.phase === 'ringing');
  return call;
}

/** Accepts in the page, and lets the whispers play. */
async function accept(tab: Page, call: Call): Promise<void> {
  expect(await tab.evaluate('asked(contact.accept.bind(contact))')).toBe('ok');
  await instance.until(() => call.phase === 'talking');
}

async function signedIn(username = 'ned'): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${host.url}/test/sign-in/${username}`);
  await tab.goto(desk.url);
  await until(tab, 'agent');
  return tab;
}

async function refusedFrame(url: string): Promise<boolean> {
  const tab = await context.newPage();
  await tab.goto(`${host.url}/test/sign-in/ned`);
  const refused = tab.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
  await tab.goto(url);
  await refused;
  await until(tab, 'ack-timeout');
  return !(await reports(tab)).some(({ what }) => what === 'initialized');
}

const reports = (tab: Page) => tab.evaluate<Heard[]>('heard');

/** Waits until the page reported this. */
async function until(tab: Page, what: string): Promise<void> {
  await tab.waitForFunction(`heard.some((one) => one.what === ${JSON.stringify(what)})`);
}

const inWords = (one: Heard) =>
  one.what === 'state' ? `state ${one.from} → ${one.to}` : one.what === 'agent' ? `agent ${one.name}` : one.what;
