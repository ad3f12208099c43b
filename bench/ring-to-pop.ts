import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { runUntil } from '../local/connect/clock.ts';
import type { Desk } from '../local/desk.ts';
import { sampleAgents } from '../local/sample/agents.ts';
import { atWork, newPage, signIn } from '../test/browser/agent.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { benchDesk } from './bench-desk.ts';
import { percentile } from './figures.ts';

const calls = 40;
const from = '+12125550123';

/**
 * Ring to pop: from the contact becoming `connecting` in the instance to the end of the first frame of the agent's page
 * that shows the caller's name and open requests. Both ends read the clock of this machine. Budget: p50 50 ms, p95 150 ms.
 *
 * `others` more agents of the sample have their page open meanwhile; they are at lunch, so that the same one rings.
 */
export async function ringToPop(others = 0): Promise<string> {
  const [desk, browser] = await Promise.all([benchDesk(), launchChromium()]);
  try {
    const { page } = await atWork(browser, desk);
    for (const { firstName } of sampleAgents.slice(1, 1 + others)) {
      const other = await newPage(browser);
      await signIn(other.page, desk, new RegExp(firstName));
      await other.page.getByLabel('Choose presence').selectOption('Lunch');
      await other.page.locator('.dot.away').waitFor();
    }
    const waits: number[] = [];
    // The first call also loads what later ones have: it counts like any other in a day, but not in a measurement.
    for (let call = 0; call <= calls; call++) {
      const wait = await oneCall(desk, page);
      if (call > 0) waits.push(wait);
    }
    const figure = (share: number) => percentile(waits, share).toFixed(0);
    const open = others === 0 ? 'one page' : `${others + 1} agents’ pages`;
    return `ring to pop, ${open} open: p50 ${figure(0.5)} ms (budget 50), p95 ${figure(0.95)} ms (budget 150), worst ${figure(1)} ms over ${calls} calls`;
  } finally {
    await browser.close();
    await desk.stop();
  }
}

async function oneCall(desk: Desk, page: Page): Promise<number> {
  // The frame asks again 100 ms after each answer; a telephone that has been quiet has its question open.
  await setTimeout(250);
  let rangAt = 0;
  const stopWatching = desk.connect.onAgentChange((username) => {
    const ringing = desk.connect.agent(username)?.contacts.some(({ state }) => state.type === 'connecting');
    if (ringing && rangAt === 0) rangAt = Date.now();
  });
  const call = desk.connect.dial({ from, to: desk.connect.numbers()[0] ?? '' });
  await runUntil(desk, desk.clock, () => call.phase === 'ringing');
  stopWatching();
  const painted = await page.evaluate(poppedAt, call.contactId);
  act(desk, 'AcceptContact', call.contactId);
  await runUntil(desk, desk.clock, () => call.phase === 'talking');
  call.hangUp();
  await runUntil(desk, desk.clock, () => call.phase === 'ended');
  act(desk, 'ClearContact', call.contactId);
  await desk.settled();
  await page.locator('.softphone.idle').waitFor();
  return painted - rangAt;
}

function act(desk: Desk, operation: string, contactId: string): void {
  const answer = desk.connect.act('ned', { operation, params: { contactId } });
  if (!answer.ok) throw new Error(`${operation}: ${answer.message}`);
}

/** Runs in the page: epoch ms of the mark that the page set for this contact. */
async function poppedAt(contactId: string): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const marks = performance.getEntriesByName('pop painted') as PerformanceMark[];
    const mark = marks.find(({ detail }) => detail?.contactId === contactId);
    if (mark) return performance.timeOrigin + mark.startTime;
    await new Promise((resolve) => window.setTimeout(resolve, 10));
  }
  throw new Error('the page never showed the caller');
}
