import { describe, expect, it } from 'vitest';
import { passTime } from '../../../../local/connect/clock.ts';
import { anInstance, type Block, bye, heard, says, visited } from '../instance.ts';

const menu: Block = {
  id: 'menu',
  type: 'GetParticipantInput',
  parameters: { Text: 'Press one.', InputTimeLimitSeconds: '5', StoreInput: 'False' },
  next: 'other',
  when: { '1': 'one' },
  errors: { NoMatchingCondition: 'other', InputTimeLimitExceeded: 'late', NoMatchingError: 'other' },
};
const ends = ['one', 'other', 'late'].map((id) => says(id, 'bye', id));

async function choosing() {
  const desk = anInstance({ inbound: [menu, ...ends, bye] });
  const call = await desk.dial();
  await desk.connect.settled();
  return { ...desk, call };
}

describe('the menu', () => {
  it.each([
    ['1', 'one'],
    ['2', 'other'],
    ['#', 'other'],
  ])('leads %s, pressed into the prompt, to %s', async (key, block) => {
    const { call, until, clock } = await choosing();
    const before = clock.now();
    call.press(key);
    await until(() => visited(call).includes(block));
    expect(clock.now()).toBe(before);
  });

  it('waits for its time after the prompt', async () => {
    const { connect, clock, call, until } = await choosing();
    await passTime(connect, clock, 600 + 4_999);
    expect(visited(call)).toEqual(['menu']);
    await until(() => visited(call).includes('late'));
    expect(call.events.find((event) => event.kind === 'block' && event.id === 'menu')).toMatchObject({
      next: 'late',
      why: 'InputTimeLimitExceeded: no key was pressed in time',
    });
  });

  it('loses a key that is pressed while a prompt plays that does not listen', async () => {
    const desk = anInstance({ inbound: [says('Welcome', 'menu'), menu, ...ends, bye] });
    const call = await desk.dial();
    await desk.connect.settled();
    call.press('1');
    await desk.until(() => call.phase === 'ended');
    expect(visited(call)).toContain('late');
  });

  it('refuses what is no key', async () => {
    const { call } = await choosing();
    expect(() => call.press('12')).toThrow('press one of 0-9 * #');
  });
});

const store = (parameters: Record<string, unknown>): Block[] => [
  {
    id: 'ask',
    type: 'GetParticipantInput',
    parameters: { Text: 'Type.', InputTimeLimitSeconds: '5', StoreInput: 'True', ...parameters },
    next: 'tell',
    errors: { NoMatchingError: 'bye', InvalidPhoneNumber: 'wrong' },
  },
  says('Got $.StoredCustomerInput', 'bye', 'tell'),
  says('Wrong', 'bye', 'wrong'),
  bye,
];
const custom = (most: number) => ({ InputValidation: { CustomValidation: { MaximumLength: String(most) } } });
const phone = (format: object) => ({ InputValidation: { PhoneNumberValidation: format } });

/** Presses the keys, a space for each pause of six seconds, and gives the last words. */
async function typed(keys: string, parameters: Record<string, unknown>) {
  const desk = anInstance({ inbound: store(parameters) });
  const call = await desk.dial();
  for (const key of keys) {
    await desk.connect.settled();
    if (key === ' ') await passTime(desk.connect, desk.clock, 6_000);
    else call.press(key);
  }
  await desk.until(() => call.phase === 'ended');
  return heard(call).at(-1);
}

describe('stored input', () => {
  it.each([
    ['until enough digits', '12345', custom(4), 'Got 1234'],
    ['until the terminator, which is not stored', '12#45', custom(9), 'Got 12'],
    ['until the caller pauses', '12 34', custom(9), 'Got 12'],
    ['again from the start after the cancel key', '12*34#', custom(9), 'Got 34'],
    [
      'the star as a digit when it does not cancel',
      '1*2#',
      { ...custom(9), DTMFConfiguration: { DisableCancelKey: 'True' } },
      'Got 1*2',
    ],
    [
      'a lone # as data before a longer terminator',
      '1#2##',
      { ...custom(9), DTMFConfiguration: { InputTerminationSequence: '##' } },
      'Got 1#2',
    ],
    ['nothing as Timeout', '', custom(4), 'Got Timeout'],
    ['a local number as E.164', '2125550123#', phone({ NumberFormat: 'Local', CountryCode: 'US' }), 'Got +12125550123'],
    ['an international number', '442079460123#', phone({ NumberFormat: 'E164' }), 'Got +442079460123'],
    ['no number on the branch for it', '123#', phone({ NumberFormat: 'Local', CountryCode: 'US' }), 'Wrong'],
  ])('takes %s', async (_, keys, parameters, words) => {
    expect(await typed(keys, parameters)).toBe(words);
  });
});
