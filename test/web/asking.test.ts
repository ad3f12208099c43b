import { beforeEach, describe, expect, it } from 'vitest';
import { act, sendDigits } from '../../web/desk/phone/act.ts';
import type { Callbacks } from '../../web/desk/phone/answered.ts';
import { ask, useAgent } from '../../web/desk/phone/asking.ts';
import type { CallState } from '../../web/desk/phone/call-states.ts';
import { phone, updatePhone } from '../../web/desk/phone/phone.ts';
import { aCall, aPhone } from './builders.ts';

/** What was asked of Connect and is not yet answered, oldest first. */
let open: Callbacks[] = [];
const asks = (callbacks: Callbacks) => void open.push(callbacks);
const refuses = () => open.shift()?.failure('{"type":"InvalidStateException"}');
const comes = (state: CallState) => updatePhone({ call: aCall({ state }) });

/** As much of Streams' agent as one call needs; the library itself runs only in a browser. */
const leg = {
  isConnected: () => true,
  hold: asks,
  destroy: asks,
  sendDigits: (_: string, callbacks: Callbacks) => asks(callbacks),
};
const contact = {
  getContactId: () => 'contact-1',
  getInitialConnection: () => leg,
  getAgentConnection: () => leg,
  getSingleActiveThirdPartyConnection: () => leg,
  reject: asks,
};
useAgent({ getContacts: () => [contact] } as unknown as connect.Agent);

beforeEach(() => {
  open = [];
  phone.value = aPhone({ call: aCall({ state: 'talking' }) });
});

describe('a refusal', () => {
  it('is said while the call is as it was', async () => {
    const asked = act('hold');
    refuses();
    expect(await asked).toBe('refused');
    expect(phone.value.refusal).toMatchObject({ action: 'hold', type: 'InvalidStateException' });
  });

  it('is past when the call has moved on, as when both sides hang up at once', async () => {
    const asked = act('end');
    comes('afterCallWork');
    refuses();
    expect(await asked).toBe('refused');
    expect(phone.value.refusal).toBeUndefined();
  });
});

describe('a wish', () => {
  it('waits for the one before it', async () => {
    void act('hold');
    expect(await act('end')).toBe('refused');
    expect(open).toHaveLength(1);
  });

  it.each([
    ['the reading of quick connects', () => ask('quick-connects', asks)],
    ['digits', () => sendDigits('1')],
  ])('is not held up by %s', (_, beside) => {
    void beside();
    void act('end');
    expect(open).toHaveLength(2);
  });

  it('is over with its own answer, not with that of another', async () => {
    const reading = ask('quick-connects', asks);
    void act('hold');
    open[0]?.success();
    await reading;
    expect(phone.value.asked).toBe('hold');
  });
});

it.each([
  ['declined', 'ringing', 'decline'],
  ['dropped', 'consulting', 'drop'],
] as const)('what was %s was not, when Connect refuses it', async (mark, state, action) => {
  comes(state);
  const asked = act(action);
  expect(phone.value[mark]).toBe('contact-1');
  refuses();
  await asked;
  expect(phone.value[mark]).toBeUndefined();
});
