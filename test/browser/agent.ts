/** An agent at the desk page, and a caller: what the browser tests do, in their words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { InteractionPage } from '../../domain/api.ts';
import { passTime, runUntil } from '../../local/connect/clock.ts';
import type { Call, CallPhase } from '../../local/connect/types.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { callersOf, loadSample } from '../../local/sample/index.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The whole local cloud in memory, on free ports; the instance's time stands still until a test turns it, and begins at
 * `start` where the time of day matters.
 */
export const startTestDesk = (start?: string): Promise<Desk> =>
  startDesk({
    ...(start !== undefined && { start: Date.parse(start) }),
    assembly: inject('assembly'),
    deskPort: 0,
    instancePort: 0,
    clock: 'free',
    sample: loadSample,
    callers: callersOf,
  });

/** The one message that a strict policy brings about: Streams tries `eval`, is refused, and works. */
const isStreamsEval = (text: string) =>
  /Content Security Policy.*unsafe-eval|unsafe-eval.*Content Security Policy/s.test(text);

export interface AgentPage {
  page: Page;
  /** What the browser called an error, but for the one that is permitted. */
  errors: string[];
  /** How often the permitted one came. */
  evals: () => number;
}

const desktop = { width: 1440, height: 900 };

/** A page of a browser context of its own, not yet signed in. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<AgentPage> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return watched(page);
}

/** Notes from now on what the browser says of the page. */
function watched(page: Page): AgentPage {
  const errors: string[] = [];
  let evals = 0;
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (isStreamsEval(message.text())) evals += 1;
    else errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors, evals: () => evals };
}

/** Signs in at the local issuer, by the name that its button shows. */
export async function signIn(page: Page, desk: Desk, name: RegExp): Promise<void> {
  await page.goto(`${desk.deskUrl}/`);
  await page.getByRole('button', { name }).click();
}

/** Who signed in on a page, and what the sign-in left in the tab's storage. */
const signedIn = new WeakMap<Page, { who: string; kept: string[] }>();

/**
 * Signed in, with the telephone running, and available; Ned, unless somebody else is named. A page that `leaveWork` kept
 * is loaded anew instead of signing in once more.
 */
export async function atWork(
  browser: Browser,
  desk: Desk,
  options?: BrowserContextOptions,
  who = /Ned Marsh/,
): Promise<AgentPage> {
  const kept = options === undefined ? keptPage(browser, `${desk.deskUrl} ${who}`) : undefined;
  const agent = kept ? watched(kept) : await newPage(browser, options);
  const { page } = agent;
  if (kept) await page.goto(`${desk.deskUrl}/`);
  else await signIn(page, desk, who);
  await page.getByLabel('Choose presence').selectOption('Available');
  await page.locator('.dot.available').waitFor();
  if (!kept && options === undefined) {
    signedIn.set(page, { who: `${desk.deskUrl} ${who}`, kept: await page.evaluate(() => Object.keys(sessionStorage)) });
  }
  return agent;
}

const blank = 'about:blank';
const keptPage = (browser: Browser, who: string): Page | undefined =>
  browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url() === blank && signedIn.get(page)?.who === who);

/**
 * Ends a test: the instance comes to rest, and of each agent's page nothing is left but the sign-in, so that the next
 * test begins with a page that was just loaded. Contexts in which somebody did not come `atWork` by name alone are
 * closed; a test that spoils the sign-in, or the page for good, closes its own.
 */
export async function leaveWork(browser: Browser, desk: Desk): Promise<void> {
  for (const context of browser.contexts()) {
    const [page, ...others] = context.pages();
    const sign = page && signedIn.get(page);
    if (!page || !sign) {
      await context.close();
      continue;
    }
    for (const other of others) await other.close();
    if (page.url() === blank) continue;
    for (const emitter of [page, context]) {
      for (const event of ['console', 'pageerror', 'request', 'dialog'] as const) emitter.removeAllListeners(event);
    }
    await Promise.all([page.unrouteAll(), context.unrouteAll()]);
    await page.evaluate((kept) => {
      localStorage.clear();
      for (const key of Object.keys(sessionStorage)) if (!kept.includes(key)) sessionStorage.removeItem(key);
    }, sign.kept);
    await page.goto(blank);
    await page.setViewportSize(desktop);
  }
  await atRest(desk);
}

/** Somebody dials; time passes until the call is where the test wants it. */
export async function dials(desk: Desk, from: string, until: CallPhase): Promise<Call> {
  const [to] = desk.connect.numbers();
  if (to === undefined) throw new Error('the stack has no number to dial');
  const call = desk.connect.dial({ from, to });
  await runUntil(desk, desk.clock, () => call.phase === until, 120_000);
  return call;
}

/** Lets the instance's time pass, with all that happens in it. */
export const later = (desk: Desk, seconds: number): Promise<void> => passTime(desk, desk.clock, seconds * 1000);

/** The record of the newest conversation as the API shows it, once its events are filed. */
export async function record(desk: Desk): Promise<InteractionPage> {
  await later(desk, 3);
  const id = desk.connect.contacts().at(-1)?.initialContactId;
  const headers = { authorization: `Bearer ${await desk.token('ned')}` };
  return await (await fetch(`${desk.deskUrl}/api/interactions/${id}`, { headers })).json();
}

/** What axe finds on the page as it is now, one line each; run by evaluate, because the policy forbids a script tag. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${axeSource} };0`);
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

/** What a screen reader was told last. */
export const spoken = (page: Page): Promise<string> => page.locator('#live').innerText();

/**
 * Brings the instance to rest, whatever the pages show: nobody calls, no agent has a contact or is available. A test
 * that fails, or a page that was a moment behind, leaves nothing to the next one.
 */
export async function atRest(desk: Desk): Promise<void> {
  for (const call of desk.connect.calls()) if (call.phase !== 'ended') call.hangUp();
  await later(desk, 1);
  for (const { username, contacts, states } of desk.connect.agents()) {
    const ask = (operation: string, params: Record<string, unknown>) =>
      desk.connect.act(username, { operation, params });
    // Two agents whom a customer left in a conference talk on until one of them ends it; what has ended is only cleared.
    for (const { contactId } of contacts) {
      ask('CompleteContact', { contactId });
      ask('ClearContact', { contactId });
    }
    const offline = states.find(({ type }) => type === 'offline');
    ask('PutAgentState', { state: { agentStateARN: offline?.arn } });
  }
}
