import { expect, it } from 'vitest';
import { dialTarget } from '../../web/desk/dial-link.ts';

it.each([
  ['tel:{number}', 'tel:+12125550123'],
  ['sip:{number}@pbx.example', 'sip:+12125550123@pbx.example'],
  ['CALLTO:{number}', 'CALLTO:+12125550123'],
])('%s dials', (setting, target) => {
  expect(dialTarget(setting, '+12125550123')).toBe(target);
});

it.each([
  ['a scheme that runs code', 'javascript:alert({number})', '+12125550123'],
  ['a scheme that loads a page', 'https://evil.example/{number}', '+12125550123'],
  ['a scheme behind a space', ' javascript:tel:{number}', '+12125550123'],
  ['a setting without a place for the number', 'tel:', '+12125550123'],
  ['no setting', '', '+12125550123'],
  ['nothing to dial', 'tel:{number}', undefined],
  ['what is no number', 'tel:{number}', '+1"onclick='],
  ['a number without its country', 'tel:{number}', '5550123'],
])('leaves plain text for %s', (_, setting, number) => {
  expect(dialTarget(setting, number)).toBeUndefined();
});
