/** One agent's telephone at the desk: what is not the call itself, and every trouble that may befall it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../local/desk.ts';
import { type AgentPage, atWork, axe, dials, later, leaveWork, newPage, signIn, startTestDesk } from './agent.ts';
import { launchChromium } from './chromium.ts';

let desk: Desk;
let browser: Browser;
let agent: AgentPage;
const amy = '+12125550123';

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk(), launchChromium()]);
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

const state = (page: Page, name: string) => page.locator(`.softphone.${name}`).waitFor();
const shows = (text: string | RegExp) => agent.page.getByText(text).first().waitFor();
const button = (name: string | RegExp, page = agent.page) => page.getByRole('button', { name });
async function rings(from = amy) {
  const call = await dials(desk, from, 'ringing');
  await state(agent.page, 'ringing');
  return call;
}
async function talks() {
  const call = await rings();
  await agent.page.keyboard.press('a');
  await state(agent.page, 'talking');
  await later(desk, 20);
  return call;
}

it('sends the digits of the pad one after the other, typed or pressed', async () => {
  await talks();
  const { page } = agent;
  const sent: unknown[] = [];
  page.context().on('request', (request) => {
    if (request.headers()['x-amz-target']?.endsWith('SendDigits')) sent.push(request.postDataJSON().digits);
  });
  await page.keyboard.press('k');
  const pad = page.getByRole('textbox', { name: 'Sent' });
  await pad.waitFor();
  await page.keyboard.type('42e#');
  // The browser's own key for its second tab, and a key that is held down, send nothing.
  await page.keyboard.press('Control+2');
  await page.keyboard.down('#');
  await page.keyboard.down('#');
  await page.keyboard.up('#');
  await button('Digit 0').click();
  await expect.poll(() => pad.inputValue()).toBe('42##0');
  // `e` ends a call elsewhere; while digits are typed it does nothing.
  await state(page, 'talking');
  expect(await axe(page)).toEqual([]);
  await pad.press('Escape');
  await expect.poll(() => pad.count()).toBe(0);
  expect(await page.locator('.trouble').count()).toBe(0);
});

it('takes the second click of a double one for no other button, though one stands there by then', async () => {
  await rings();
  const { page } = agent;
  const { x = 0, y = 0, width = 0, height = 0 } = (await button(/^Accept/).boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await state(page, 'talking');
  await later(desk, 20);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  // A wish after it is answered first if the click had asked for anything.
  await page.keyboard.press('m');
  await shows('Muted');
  await state(page, 'talking');
  // A tab that is opened now knows it, too.
  const second = await page.context().newPage();
  await second.goto(`${desk.deskUrl}/`);
  await second.getByText('Muted', { exact: true }).waitFor();
});

it('chooses the next presence in a call, and begins it when the contact is cleared', async () => {
  await talks();
  const { page } = agent;
  await page.getByLabel('Choose presence').selectOption('Lunch');
  await shows(', then Lunch');
  await page.keyboard.press('e');
  await state(page, 'afterCallWork');
  await button(/Clear contact/).click();
  await page.locator('.dot.away').waitFor();
  expect(desk.connect.agent('ned')?.state.name).toBe('Lunch');
});

it('follows within a second what a supervisor or Connect sets, in every tab', async () => {
  const second = await agent.page.context().newPage();
  await second.goto(`${desk.deskUrl}/`);
  await second.locator('.dot.available').waitFor();
  const lunch = desk.connect.agent('ned')?.states.find(({ name }) => name === 'Lunch');
  desk.connect.act('ned', { operation: 'PutAgentState', params: { state: { agentStateARN: lunch?.arn } } });
  for (const page of [agent.page, second]) await page.locator('.dot.away').waitFor({ timeout: 1000 });
});

describe('several tabs', () => {
  it('lets one lead: the others show the same, ring nowhere and can take over', async () => {
    const { page } = agent;
    const second = await page.context().newPage();
    await withDoubles(second, true);
    await second.goto(`${desk.deskUrl}/`);
    await second.getByText('Another tab has the telephone').waitFor();
    expect(await axe(second)).toEqual([]);
    await rings();
    await state(second, 'ringing');
    expect(await button(/^Accept/, second).isDisabled()).toBe(true);
    expect(await told(second)).toEqual([]);
    expect(new URL(second.url()).hash).toBe('');
    await second.keyboard.press('a');
    // Twice, as a hurried hand does: the tab must not take the lead from itself.
    await button('Use it here', second).evaluate((element: HTMLElement) => {
      element.click();
      element.click();
    });
    await page.getByText('Another tab has the telephone').waitFor();
    await expect.poll(() => new URL(second.url()).hash).toMatch(/^#\/call\//);
    await button(/^Accept/, second).click();
    await state(second, 'talking');
    await state(page, 'talking');
  });

  it('keeps the lead over a reload, so that a call keeps its controls', async () => {
    await talks();
    const { page } = agent;
    const second = await page.context().newPage();
    await second.goto(`${desk.deskUrl}/`);
    await second.getByText('Another tab has the telephone').waitFor();
    await page.reload();
    await state(page, 'talking');
    await expect.poll(() => button(/^Hold/).isEnabled()).toBe(true);
    await second.getByText('Another tab has the telephone').waitFor();
  });

  it('hands the lead on when the leading tab closes', async () => {
    const second = await agent.page.context().newPage();
    await second.goto(`${desk.deskUrl}/`);
    await second.getByText('Another tab has the telephone').waitFor();
    await agent.page.close();
    await expect.poll(() => second.getByText('Another tab has the telephone').count()).toBe(0);
    agent = { ...agent, page: second };
    await rings();
    await expect.poll(() => button(/^Accept/, second).isEnabled()).toBe(true);
  });
});

it('warns before a reload in a call, and keeps pop, place and controls', async () => {
  await talks();
  const { page } = agent;
  await page.getByRole('link', { name: 'RQ-10041' }).click();
  await page.waitForURL(/#\/request\/RQ-10041/);
  const warned = page.waitForEvent('dialog').then(async (dialog) => {
    const type = dialog.type();
    await dialog.accept();
    return type;
  });
  await page.reload();
  expect(await warned).toBe('beforeunload');
  await state(page, 'talking');
  expect(new URL(page.url()).hash).toBe('#/request/RQ-10041');
  await shows('Amy Lindqvist');
  await button(/^Hold/).click();
  await state(page, 'onHold');
});

/** Puts doubles in the place of what a headless browser has not: sound and notification. */
async function withDoubles(page: Page, focused: boolean): Promise<void> {
  await page.addInitScript((hasFocus) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    document.hasFocus = () => hasFocus;
    const node = () => ({ connect() {}, gain: ramp(), frequency: { value: 0 }, start() {}, stop() {} });
    const ramp = () => ({ setValueAtTime() {}, linearRampToValueAtTime() {} });
    class Sound {
      currentTime = 0;
      createGain = node;
      createOscillator = node;
      resume = async () => void told.push('rings');
      close = async () => void told.push('silent');
    }
    class Note {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      onclick?: () => void;
      constructor(title: string, options: { body: string }) {
        told.push(`note ${title}: ${options.body}`);
      }
      close = () => void told.push('note closed');
    }
    Object.assign(globalThis, { AudioContext: Sound, Notification: Note });
  }, focused);
}
const told = (page: Page) => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);

describe('ring tone and notification', () => {
  const anew = async (focused: boolean) => {
    await agent.page.context().close();
    agent = await newPage(browser);
    await withDoubles(agent.page, focused);
    await signIn(agent.page, desk, /Ned Marsh/);
    await agent.page.getByLabel('Choose presence').selectOption('Available');
    await agent.page.locator('.dot.available').waitFor();
  };

  it('sound while it rings, and tell who calls when nobody looks at the page', async () => {
    await anew(false);
    const call = await rings();
    await expect.poll(() => told(agent.page)).toContainEqual(expect.stringMatching(/^note Call from/));
    expect((await told(agent.page)).filter((one) => one === 'rings')).toHaveLength(1);
    call.hangUp();
    await state(agent.page, 'missed');
    expect(await told(agent.page)).toEqual(expect.arrayContaining(['silent', 'note closed']));
  });

  it('promise no notification that the browser blocks', async () => {
    await button('Sound').click();
    await shows('The browser blocks notifications of this page.');
    expect(await agent.page.getByLabel('Show a notification when it rings').isChecked()).toBe(false);
  });

  it('comes from the loudspeaker that was chosen to ring', async () => {
    await agent.page.context().close();
    agent = await newPage(browser);
    await withDoubles(agent.page, true);
    await agent.page.addInitScript(() => {
      localStorage.setItem('deskline.devices', JSON.stringify({ ringer: 'Desk speaker' }));
      const speakers = [
        { kind: 'audiooutput', label: 'Headset', deviceId: 'one' },
        { kind: 'audiooutput', label: 'Desk speaker', deviceId: 'two' },
      ];
      Object.defineProperty(navigator, 'mediaDevices', { value: { enumerateDevices: async () => speakers } });
      const { AudioContext, told } = globalThis as unknown as { AudioContext: { prototype: object }; told: string[] };
      Object.assign(AudioContext.prototype, { setSinkId: async (id: string) => void told.push(`rings from ${id}`) });
    });
    await signIn(agent.page, desk, /Ned Marsh/);
    await agent.page.getByLabel('Choose presence').selectOption('Available');
    await agent.page.locator('.dot.available').waitFor();
    await rings();
    await expect.poll(() => told(agent.page)).toContain('rings from two');
  });

  it('rest as the agent set them, also after a reload', async () => {
    await anew(true);
    const { page } = agent;
    await button('Sound').click();
    await page.getByRole('combobox', { name: 'Ring tone' }).selectOption('Off');
    expect(await axe(page)).toEqual([]);
    await button('Close').first().click();
    await page.reload();
    await page.locator('.dot.available').waitFor();
    await rings();
    expect(await told(page)).toEqual([]);
  });
});

it('lists the softphone’s devices, and has it use the ones that the agent chooses', async () => {
  const withDevices = await launchChromium(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']);
  try {
    const { page } = await atWork(withDevices, desk);
    await page.evaluate(`connect.agent((agent) => {
      globalThis.used = [];
      agent.onMicrophoneDeviceChanged(({ deviceId }) => used.push('microphone ' + deviceId));
      agent.onSpeakerDeviceChanged(({ deviceId }) => used.push('speaker ' + deviceId));
      agent.onRingerDeviceChanged(({ deviceId }) => used.push('ringer ' + deviceId));
    })`);
    await page.getByRole('button', { name: 'Sound' }).click();
    for (const kind of ['Microphone', 'Loudspeaker', 'Ringer']) {
      const list = page.getByRole('combobox', { name: kind });
      await list.waitFor();
      await expect.poll(() => list.getByRole('option').count()).toBeGreaterThan(1);
      await list.selectOption({ index: 1 });
    }
    const chosen = () => page.evaluate<string[]>('globalThis.used');
    await expect.poll(chosen).toHaveLength(3);
    expect((await chosen()).map((one) => one.split(' ')[0])).toEqual(['microphone', 'speaker', 'ringer']);
    expect(await axe(page)).toEqual([]);
    // Kept on this machine.
    const microphone = () => page.getByRole('combobox', { name: 'Microphone' }).locator('option:checked').innerText();
    const before = await microphone();
    await page.reload();
    // The frame forgets it with each load, so the page tells it again: nobody hears of that but the library's own bus.
    await expect.poll(() => page.evaluate('!!globalThis.connect?.core?.getEventBus?.()')).toBe(true);
    await page.evaluate(`(() => {
      globalThis.used = [];
      const { core, ConfigurationEvents } = connect;
      const note = () => used.push('microphone');
      core.getEventBus().subscribe(ConfigurationEvents.MICROPHONE_DEVICE_CHANGED, note);
    })()`);
    await page.locator('.dot.available').waitFor();
    await expect.poll(chosen).toEqual(['microphone']);
    await page.getByRole('button', { name: 'Sound' }).click();
    await expect.poll(microphone).toBe(before);
  } finally {
    await withDevices.close();
  }
});

describe('the check of the workplace', () => {
  const row = (name: string) => agent.page.getByRole('listitem').filter({ hasText: name });

  it('finds each thing good or bad, with its fix', async () => {
    const { page } = agent;
    await page.getByRole('link', { name: 'Check' }).click();
    await row('The telephone answers').getByText('Good', { exact: true }).waitFor();
    await row('approved origin').getByText('Good', { exact: true }).waitFor();
    await row('Frames').getByText('Good', { exact: true }).waitFor();
    await row('Cookies').getByText('Good', { exact: true }).waitFor();
    await row('Pop-up').getByRole('button', { name: 'Try' }).click();
    await row('Pop-up').getByText('Good', { exact: true }).waitFor();
    // The headless browser has no microphone and denies notifications.
    await row('microphone').getByRole('button', { name: 'Try' }).click();
    await row('microphone').getByText('Allow it beside the address bar').waitFor();
    await row('Notifications').getByText('Allow them beside the address bar').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('says what to do when Amazon Connect does not answer the frame', async () => {
    const { page } = agent;
    await page.context().route(/ccp-v2\/$/, (route) => route.abort());
    await page.clock.install();
    await page.goto(`${desk.deskUrl}/#/check`);
    await page.reload();
    await row('approved origin').getByText('The softphone’s frame does not answer').waitFor({ timeout: 15_000 });
    await row('The telephone answers').getByText('Not good').waitFor();
    // Each further try that comes to nothing is said, too, not only the first one.
    for (const _ of ['second', 'third']) {
      await button('Try again').click();
      await row('The telephone answers').getByText('Checking').waitFor();
      await page.clock.fastForward(20_000);
      await row('The telephone answers').getByText('Not good').waitFor();
    }
  });
});

describe('trouble', () => {
  afterEach(() => desk.faults.backToNormal());

  it('is said when Connect answers an action with 403, which the library never tells', async () => {
    await talks();
    desk.faults.forbid('ned');
    await agent.page.keyboard.press('h');
    await agent.page.getByText('Amazon Connect did not answer').waitFor({ timeout: 15_000 });
    await state(agent.page, 'talking');
    desk.faults.forbid('ned', false);
    await button('Dismiss').click();
    await agent.page.keyboard.press('h');
    await state(agent.page, 'onHold');
  });

  it('is said when the session at Connect has ended, with the way back', async () => {
    await talks();
    desk.faults.expireSession('ned');
    await agent.page.keyboard.press('h');
    await shows('The telephone is not signed in');
    await agent.page.getByRole('link', { name: 'Open Amazon Connect' }).waitFor();
    // The rest of the page goes on.
    await agent.page.getByRole('link', { name: 'RQ-10041' }).click();
    await agent.page.waitForURL(/#\/request\/RQ-10041/);
    // Nobody is signed in here any more.
    await agent.page.context().close();
  });

  it('is said when the microphone is refused, and goes when it is back', async () => {
    await rings();
    desk.faults.breakMicrophone('ned');
    await shows('No microphone');
    await shows('Allow the microphone beside the address bar');
    expect(await axe(agent.page)).toEqual([]);
    await button('Try again').click();
    await expect.poll(() => agent.page.getByText('No microphone').count()).toBe(0);
    await state(agent.page, 'ringing');
  });

  it('of a connection that is cut mends itself, and the call is still there', async () => {
    await talks();
    desk.faults.dropWebsocket('ned');
    await expect.poll(() => agent.page.getByText('lost its connection').count()).toBe(0);
    await agent.page.keyboard.press('h');
    await state(agent.page, 'onHold');
  });

  it('of a softphone that could not connect says so, and one button brings the agent back', async () => {
    const call = await rings();
    desk.faults.failNextAccept('ned');
    await agent.page.keyboard.press('a');
    await state(agent.page, 'failed');
    await shows('Your softphone could not be connected');
    expect(call.phase).toBe('queue');
    expect(await axe(agent.page)).toEqual([]);
    await button(/Clear contact/).click();
    await agent.page.locator('.softphone.idle, .softphone.ringing').waitFor();
  });
});
