/** Real sound between the caller's page and the softphone frame, with the browser's own test tones as microphones. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { anInstance } from '../connect/instance.ts';
import { agentPage } from '../cti/agent-page.ts';
import { type Served, served } from '../cti/served.ts';

let allowing: Browser;
let refusing: Browser;
let instance: ReturnType<typeof anInstance>;
let host: Served;
let desk: Awaited<ReturnType<typeof agentPage>>;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const flags = ['--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required'];
  refusing = await launchChromium(flags);
  allowing = await launchChromium([...flags, '--use-fake-ui-for-media-stream']);
});
afterAll(() => Promise.all([refusing.close(), allowing.close()]));
beforeEach(async () => {
  instance = anInstance();
  await instance.link();
  host = await served(instance.connect, instance.clock, [{ name: 'Amy Lindqvist', number: '+12125550123' }]);
  desk = await agentPage(host.url);
  const properties = { InstanceId: instance.instanceArn, Origin: desk.url };
  instance.connect.provision('AWS::Connect::ApprovedOrigin', 'Origin', properties);
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await desk.close();
  await host.close();
});

/** Ned's softphone. */
async function softphone(microphone: boolean): Promise<Page> {
  const tab = await page(microphone);
  await tab.goto(`${host.url}/test/sign-in/ned`);
  await tab.goto(desk.url);
  await tab.waitForFunction("heard.some((one) => one.what === 'agent')");
  instance.becomes('ned', 'Available');
  return tab;
}

/** A caller who talks to Ned. */
async function caller(microphone: boolean, sound = true): Promise<Page> {
  const tab = await page(microphone);
  await tab.goto(`${host.url}/phone${sound ? '?sound' : ''}`);
  await tab.getByRole('button', { name: 'Call' }).click();
  await tab.getByRole('button', { name: 'Hang up' }).waitFor();
  await instance.until(() => instance.agent('ned').contacts.length === 1);
  instance.act('ned', 'AcceptContact');
  await instance.until(() => instance.connect.calls()[0]?.phase === 'talking');
  await tab.getByText('Talking to Ned Flanders').waitFor();
  return tab;
}

async function page(microphone: boolean): Promise<Page> {
  const context = await (microphone ? allowing : refusing).newContext();
  contexts.push(context);
  return context.newPage();
}

const frameOf = (tab: Page): Frame => {
  const frame = tab.frames().find((one) => one.url().includes('/ccp-v2/'));
  if (!frame) throw new Error('the softphone frame is not there');
  return frame;
};

/** The loudest moment of the next second and a half at this end, as root mean square. The test tone beeps each second. */
const loudness = (end: Page | Frame): Promise<number> =>
  end.evaluate(async () => {
    const stream = document.querySelector('audio')?.srcObject as MediaStream;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    for (const end = Date.now() + 1500; Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      analyser.getFloatTimeDomainData(samples);
      const rms = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      loudest = Math.max(loudest, rms);
    }
    await context.close();
    return loudest;
  });
/** Sound that is on its way when the agent acts does not count. */
const settles = (tab: Page) => tab.waitForTimeout(500);

/** Half a step of 16-bit sound: a decoder of silence may come to rest at a value beside zero. */
const silence = 1.5e-5;

it('carries both voices, and neither while muted or on hold', async () => {
  const agent = await softphone(true);
  const amy = await caller(true);
  await amy.getByText('The agent hears you').waitFor();
  const frame = frameOf(agent);
  const figures: Record<string, number> = {};
  const measure = async (what: string) => {
    await settles(amy);
    const [caller = 0, agent = 0] = await Promise.all([loudness(amy), loudness(frame)]);
    Object.assign(figures, { [`${what}, caller hears`]: caller, [`${what}, agent hears`]: agent });
  };
  await measure('talking');
  await agent.evaluate('agent.mute(); 0');
  await agent.waitForFunction("heard.some(({ what, muted }) => what === 'mute' && muted)");
  await measure('muted');
  await agent.evaluate('agent.unmute(); 0');
  await agent.waitForFunction("heard.filter(({ what }) => what === 'mute').length === 2");
  await measure('unmuted');
  instance.act('ned', 'MuteParticipant');
  await agent.waitForFunction('contact.getAgentConnection().isMute()');
  await measure('muted by the service');
  instance.act('ned', 'UnmuteParticipant');
  instance.act('ned', 'HoldConnection', { side: 'customer' });
  await amy.getByText('On hold by Ned Flanders').waitFor();
  await measure('on hold');
  instance.act('ned', 'ResumeConnection', { side: 'customer' });
  await amy.getByText('Talking to Ned Flanders').waitFor();
  await measure('resumed');

  for (const [what, rms] of Object.entries(figures)) {
    if (/^(muted.*, caller|on hold)/.test(what)) expect(rms, what).toBeLessThan(silence);
    else expect(rms, what).toBeGreaterThan(0.01);
  }
});

it('ends with the call', async () => {
  const agent = await softphone(true);
  const amy = await caller(true);
  await amy.getByText('The agent hears you').waitFor();
  await amy.getByRole('button', { name: 'Hang up' }).click();
  await expect.poll(() => frameOf(agent).locator('audio').count()).toBe(0);
});

it('goes on without sound when the caller’s microphone is not allowed', async () => {
  await softphone(true);
  const amy = await caller(false);
  await amy.getByText('This browser may not use the microphone.').waitFor();
  await amy.getByRole('button', { name: 'Hang up' }).click();
  await amy.getByText('Call ended').waitFor();
});

it('goes on without sound when the agent’s microphone is not allowed', async () => {
  const agent = await softphone(false);
  const amy = await caller(true);
  await amy.getByText('The agent’s softphone does not take part with sound.').waitFor();
  await agent.evaluate('agent.mute(); 0');
  await agent.waitForFunction("heard.some(({ what, muted }) => what === 'mute' && muted)");
});

it('asks for no microphone unless the caller switches sound on', async () => {
  const agent = await softphone(true);
  const amy = await caller(true, false);
  expect(await amy.getByLabel('Talk and listen with the microphone').isChecked()).toBe(false);
  await settles(amy);
  expect(await frameOf(agent).locator('audio').count()).toBe(0);
  await amy.getByLabel('Talk and listen with the microphone').check();
  await amy.getByText('The agent hears you').waitFor();
});
