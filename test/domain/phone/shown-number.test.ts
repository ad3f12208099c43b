import { describe, expect, it } from 'vitest';
import { shownNumber, shownStoredNumber } from '../../../domain/phone/shown-number.ts';

describe('a number is shown', () => {
  it.each([
    ['in national form to viewers in its country', '+12125550123', { display: '(212) 555-0123', dial: '+12125550123' }],
    ['in international form to others', '+442079460123', { display: '+44 20 7946 0123', dial: '+442079460123' }],
    ['with its extension', '+12125550123;ext=42', { display: '(212) 555-0123 ext. 42', dial: '+12125550123' }],
    ['as it is when short, with nothing to dial', '7000', { display: '7000' }],
    ['as an address when it is one', 'sip:alice@example.com', { display: 'alice@example.com' }],
    ['without what could hide or turn text when it cannot be read', 'a\u202eb\u0007c', { display: 'abc' }],
    ['shortened when it is endless', `x${'9'.repeat(400)}`, { display: `x${'9'.repeat(38)}…` }],
    ['not at all when it is withheld', 'anonymous', undefined],
  ])('%s', (_, raw, expected) => {
    expect(shownNumber(raw, 'US')).toEqual(expected);
  });

  it('of a person in the form of the viewer’s country, read in the person’s', () => {
    expect(shownStoredNumber('020 7946 0018', 'GB', 'US')).toEqual({
      display: '+44 20 7946 0018',
      dial: '+442079460018',
    });
  });

  it('of a person as typed when nobody could dial it', () => {
    expect(shownStoredNumber('ask at reception', 'GB', 'US')).toEqual({ display: 'ask at reception' });
  });
});
