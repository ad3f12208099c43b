import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callOut, cancelCallOut, followCallOut } from '../../web/desk/calling-out.ts';
import type { Callbacks } from '../../web/desk/phone/answered.ts';
import { useAgent } from '../../web/desk/phone/asking.ts';
import type { AgentModel } from '../../web/desk/phone/model.ts';
import { phone, updatePhone } from '../../web/desk/phone/phone.ts';
import { aCall, aPhone, start } from './builders.ts';

/** Numbers that were dialled and presences that were set, in order. */
let done: string[] = [];
/** The browser paints when the test says so. */
let frames: (() => void)[] = [];
const paint = () => frames.splice(0).forEach((frame) => void frame());

const doneNow = (what: string, { success }: Callbacks) => {
  done.push(what);
  success();
};
const named = (name: string) => ({ name });
useAgent({
  getAgentStates: () => [named('Available'), named('Lunch'), named('Break')],
  setState: ({ name }: { name: string }, callbacks: Callbacks) => doneNow(name, callbacks),
  connect: doneNow,
} as unknown as connect.Agent);
vi.stubGlobal('connect', { Endpoint: { byPhoneNumber: (number: string) => number } });
vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
followCallOut();

const anAgent = (differences: Partial<AgentModel> = {}): AgentModel => ({
  name: 'Ned',
  presence: { name: 'Available', type: 'available', since: start },
  states: [],
  mayDial: true,
  chosen: 'Lunch',
  ...differences,
});
const permit = (at = Date.now()) => {
  callOut.value = {
    step: 'permitted',
    number: { display: '(212) 555-0123', dial: '+12125550123' },
    permission: {
      permitted: true,
      display: '(212) 555-0123',
      dial: '+12125550123',
      recorded: true,
      permit: 'p',
      until: new Date(at + 300_000).toISOString(),
    },
    at,
  };
};
const call = (state: 'dialling' | 'failed' | 'talking' | 'afterCallWork', inbound = false) =>
  updatePhone({ call: aCall({ state, inbound }) });
const over = (chosen: string) => updatePhone({ call: undefined, agent: anAgent({ chosen }) });
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  cancelCallOut();
  phone.value = aPhone({ agent: anAgent() });
  await settle();
  done = [];
  frames = [];
});

/** From Lunch; the dial fails, and Connect sets Available of its own accord. */
async function dialFails() {
  permit();
  paint();
  await settle();
  call('dialling');
  call('failed');
}

describe('the presence before a dial that failed', () => {
  it('is restored when Connect has changed it', async () => {
    await dialFails();
    over('Available');
    expect(done).toEqual(['+12125550123', 'Lunch']);
  });

  it('gives way to what the agent chose meanwhile', async () => {
    await dialFails();
    updatePhone({ agent: anAgent({ next: 'Break' }) });
    over('Break');
    expect(done).toEqual(['+12125550123']);
  });

  it('is forgotten with the call: a later one that fails restores nothing', async () => {
    permit();
    paint();
    await settle();
    call('talking');
    call('afterCallWork');
    over('Lunch');
    updatePhone({ agent: anAgent({ chosen: 'Available' }) });
    call('failed', true);
    over('Available');
    call('dialling');
    call('failed');
    over('Available');
    expect(done).toEqual(['+12125550123']);
  });
});

describe('a number with a permit', () => {
  it('is dialled with the next frame', async () => {
    permit();
    expect(done).toEqual([]);
    paint();
    expect(done).toEqual(['+12125550123']);
  });

  it('is not dialled when the agent cancels before the page, hidden till then, paints again', () => {
    permit();
    cancelCallOut();
    paint();
    expect(done).toEqual([]);
  });

  it('is asked for anew when the page paints again after minutes', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    permit(Date.now() - 120_000);
    paint();
    expect(done).toEqual([]);
    expect(callOut.value?.step).toBe('asking');
  });
});
