import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallPhase } from '../../../local/connect/types.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { anInstance, says, toQueue } from '../connect/instance.ts';
import { createFakeConnect } from '../cti/fake-connect.ts';
import { realClock, type Served, served } from '../cti/served.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
let fake: ReturnType<typeof createFakeConnect>;
let instance: Served;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  fake = createFakeConnect(realClock.now);
  instance = await served(fake.connect, realClock, [{ name: 'Amy Lindqvist', number: '+12125550123' }]);
  page = await browser.newPage({ viewport: { width: 400, height: 800 } });
  trouble = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
});
afterEach(async () => {
  await page.close();
  await instance.close();
});

const where = () => page.locator('[role=status]').innerText();
const call = () => fake.calls.at(-1);
const now = () => Date.now();

async function dial(host = instance.url): Promise<void> {
  await page.goto(`${host}/phone`);
  await page.getByRole('button', { name: 'Call' }).click();
  await page.getByRole('button', { name: 'Hang up' }).waitFor();
}

describe('the caller’s page', () => {
  it('follows a call from dialling to its end', async () => {
    const real = anInstance({ inbound: [says('Welcome to the desk.', 'queue'), ...toQueue] });
    await real.link();
    const host = await served(real.connect, real.clock, [{ name: 'Amy Lindqvist', number: '+12125550123' }]);
    const phase = (wanted: CallPhase) => real.until(() => real.connect.calls().at(-1)?.phase === wanted);

    await dial(host.url);
    await expect.poll(where).toBe('Connected to the desk');
    await page.locator('li.playing', { hasText: 'Welcome to the desk.' }).waitFor();
    await phase('queue');
    await expect.poll(where).toBe('In queue');
    await page.locator('li.playing', { hasText: 'Thank you for calling.' }).waitFor();
    real.becomes('ned', 'Available');
    await phase('ringing');
    await expect.poll(where).toBe('Ringing an agent');
    real.act('ned', 'AcceptContact');
    await phase('talking');
    await expect.poll(where).toBe('Talking to Ned Flanders');
    real.act('ned', 'HoldConnection', { side: 'customer' });
    await expect.poll(where).toBe('On hold by Ned Flanders');
    await page.getByRole('button', { name: 'Hang up' }).click();
    await expect.poll(where).toContain('You hung up.');
    await page.getByRole('button', { name: 'Call again' }).click();
    await expect.poll(where).toBe('Connected to the desk');
    expect(real.connect.calls()).toHaveLength(2);
    expect(trouble).toEqual([]);
    await host.close();
  });

  it('finds its call again after a reload', async () => {
    await dial();
    call()?.add({ kind: 'heard', at: now(), ms: 10, prompt: 'greeting', text: 'Welcome to the desk' });
    await page.reload();
    await page.getByText('Welcome to the desk').waitFor();
    await page.getByText('Amy Lindqvist · +12125550123 calls +18005550100').waitFor();
    await page.getByRole('button', { name: 'Hang up' }).click();
    await expect.poll(where).toContain('Call ended');
  });

  it('presses keys by pointer and by keyboard', async () => {
    await dial();
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: 'star' }).click();
    await page.keyboard.press('7');
    await page.keyboard.press('Control+8');
    await page.getByText('You pressed 7').waitFor();
    expect(call()?.pressed).toEqual(['2', '*', '7']);
  });

  it.each([
    ['anonymous', 'Number withheld calls +18005550100'],
    ['other', 'No number calls +18005550100'],
  ])('with the choice %s says "%s"', async (choice, shown) => {
    await page.goto(`${instance.url}/phone`);
    await page.getByLabel('Call as').selectOption(choice);
    await page.getByRole('button', { name: 'Call' }).click();
    await page.getByText(shown).waitFor();
  });

  it('types any number', async () => {
    await page.goto(`${instance.url}/phone`);
    await page.getByLabel('Call as').selectOption('other');
    await page.getByLabel('The caller’s number').fill('sip:alice@example.com');
    await page.getByRole('button', { name: 'Call' }).click();
    await page.getByText('sip:alice@example.com calls +18005550100').waitFor();
  });

  it('says what is wrong', async () => {
    await page.goto(`${instance.url}/phone#of-yesterday`);
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('There is no such call.');
    fake.connect.dial = () => {
      throw new Error('+18005550100 leads to no flow.');
    };
    await page.getByRole('button', { name: 'Call' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('+18005550100 leads to no flow.');
  });

  it('shows a fault of the flow', async () => {
    await dial();
    call()?.add({ kind: 'fault', at: now(), message: 'identify-caller may not be invoked' });
    await page.getByRole('alert').getByText('identify-caller may not be invoked').waitFor();
  });

  it('reads prompts aloud when asked to, but not those from before a reload', async () => {
    await page.addInitScript(() => {
      const said: string[] = [];
      const double = {
        getVoices: () => [{}],
        speak: (one: SpeechSynthesisUtterance) => said.push(one.text),
        cancel: () => {},
      };
      Object.defineProperty(globalThis, 'speechSynthesis', { value: double });
      Object.assign(globalThis, { said });
    });
    await dial();
    await page.getByLabel('Read prompts aloud').check();
    call()?.add({ kind: 'heard', at: now(), ms: 10, prompt: 'greeting', text: 'Welcome' });
    await expect.poll(() => page.evaluate('said')).toEqual(['Welcome']);
    await page.waitForTimeout(1100);
    await page.reload();
    await page.getByText('Welcome').waitFor();
    expect(await page.evaluate('said')).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${instance.url}/phone`);
    await page.getByRole('button', { name: 'Call' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Call' }).click();
    await page.getByRole('button', { name: 'Hang up' }).waitFor();
    call()?.add({ kind: 'block', at: now(), flow: 'Inbound', id: 'greet', type: 'MessageParticipant' });
    call()?.add({ kind: 'heard', at: now(), ms: 60_000, prompt: 'greeting', text: 'Welcome' });
    await page.locator('li.playing').waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Hang up' }).click();
    await page.getByRole('button', { name: 'Call again' }).waitFor();
    expect(await findings()).toEqual([]);
  });
});

async function findings(): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes[0].html))",
  );
}
