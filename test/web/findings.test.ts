import { describe, expect, it } from 'vitest';
import { type Browser, findings } from '../../web/desk/findings.ts';
import type { PhoneModel } from '../../web/desk/phone/model.ts';
import { aPhone } from './builders.ts';

const fine: Browser = {
  origin: 'https://desk.example',
  cookies: true,
  frameBlocked: false,
  popup: 'good',
  microphone: 'good',
  notification: 'good',
};
const of = (check: string, phone: PhoneModel, browser: Partial<Browser> = {}) =>
  findings(phone, { ...fine, ...browser }).find((found) => found.check === check);

it('has nothing to mend where everything is fine', () => {
  const all = findings(aPhone(), fine);
  expect(all.map(({ verdict }) => verdict)).toEqual(all.map(() => 'good'));
  expect(all.filter(({ fix }) => fix !== undefined)).toEqual([]);
});

it('waits while the frame has not answered', () => {
  const starting = aPhone({ ready: false });
  expect(of('telephone', starting)?.verdict).toBe('waiting');
  expect(of('origin', starting)?.verdict).toBe('waiting');
});

describe('what is bad comes with its fix', () => {
  it.each([
    ['telephone', aPhone({ ready: false, trouble: 'denied' }), {}, /security profile/],
    ['origin', aPhone({ ready: false, trouble: 'needs-sign-in' }), {}, /https:\/\/desk\.example/],
    ['framing', aPhone({ ready: false }), { frameBlocked: true }, /extensions that block frames/],
    ['cookies', aPhone(), { cookies: false }, /Allow cookies/],
    ['popup', aPhone(), { popup: 'bad' }, /Allow pop-ups/],
    ['microphone', aPhone(), { microphone: 'bad' }, /plug a headset in/],
    ['microphone', aPhone({ trouble: 'microphone' }), {}, /plug a headset in/],
    ['notification', aPhone(), { notification: 'bad' }, /beside the address bar/],
  ] as const)('%s', (check, phone, browser, fix) => {
    expect(of(check, phone, browser)).toMatchObject({ verdict: 'bad', fix: expect.stringMatching(fix) });
  });

  it('names third-party cookies when the telephone is silent although cookies are on', () => {
    expect(of('cookies', aPhone({ ready: false, trouble: 'needs-sign-in' }))?.fix).toMatch(/third-party cookies/);
  });
});

it('says what only a click can tell', () => {
  expect(of('popup', aPhone(), { popup: 'unsure' })).toMatchObject({ verdict: 'unsure', fix: undefined });
});
