import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoredNumber } from '../../../domain/phone/stored-number.ts';

describe('a stored number is filed', () => {
  it.each([
    ['under its canonical form', '(212) 555-0123', 'US', { whole: '+12125550123' }],
    ['in the country of its owner', '030/23125 042', 'DE', { whole: '+493023125042' }],
    ['with its extension', '+1 212 555 0123 ext. 042', 'US', { whole: '+12125550123', extension: '042' }],
    ['with an extension behind x', '212-555-0123 x7', 'US', { whole: '+12125550123', extension: '7' }],
    ['literally when it is internal', '0042', 'US', { whole: '0042' }],
    ['nowhere when it is an emergency number', '112', 'GB', undefined],
    ['nowhere when it is no number', 'ask at reception', 'US', undefined],
    ['nowhere when a spreadsheet has lost its digits', '4.42079E+11', 'GB', undefined],
    ['nowhere when it is a placeholder', '0000000000', 'US', undefined],
    ['nowhere when it has more digits than E.164 allows', '+4420794601231234567', 'GB', undefined],
    ['nowhere when it is empty', '', 'US', undefined],
  ])('%s', (_, stored, region, expected) => {
    expect(readStoredNumber(stored, region)).toEqual(expected);
  });

  it('without ever throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (stored) => void readStoredNumber(stored, 'GB')));
  });
});
