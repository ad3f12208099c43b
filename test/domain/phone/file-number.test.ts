import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filing, fileNumber } from '../../../domain/phone/file-number.ts';
import type { FiledNumber } from '../../../domain/phone/filing.ts';

const line = (e164: string, extension?: string): FiledNumber =>
  extension === undefined ? { kind: 'line', e164 } : { kind: 'line', e164, extension };
const london = line('+442079460123');
const mobile = line('+447700900123');

describe('a phone field is filed', () => {
  it.each<[string, string, string, FiledNumber[]]>([
    ['under its canonical form', '(212) 555-0123', 'US', [line('+12125550123')]],
    ['in the country of its owner', '030/23125 042', 'DE', [line('+493023125042')]],
    ['with its extension', '+1 212 555 0123 ext. 042', 'US', [line('+12125550123', '042')]],
    ['with an extension behind x', '212-555-0123 x7', 'US', [line('+12125550123', '7')]],
    ['with an extension between brackets', '+44 20 7946 0123 (ext 42)', 'GB', [line('+442079460123', '42')]],
    ['literally when it is internal', '0042', 'US', [{ kind: 'internal', digits: '0042' }]],
    ['literally when it is an extension alone', 'ext. 4021', 'GB', [{ kind: 'internal', digits: '4021' }]],
    ['without a label', 'Tel.: 020 7946 0123', 'GB', [london]],
    ['without a note', '020 7946 0123 - ask for Bob', 'GB', [london]],
    ['without a note between brackets', '020 7946 0123 (after 5 pm)', 'GB', [london]],
    ['without a note that has digits', '(020) 7946 0123 - 24h', 'GB', [london]],
    ['without markup', '<b>020 7946 0123</b>', 'GB', [london]],
    ['without pictures', '☎️ 020 7946 0123', 'GB', [london]],
    ['without a British code that hides it', '141 020 7946 0123', 'GB', [london]],
    ['without a British code that shows it', '147002079460123', 'GB', [london]],
    ['without a star code', '*67 212 555 0123', 'US', [line('+12125550123')]],
    ['without a hash code', '*31#+44 20 7946 0123', 'GB', [london]],
    ['with letters that spell digits', '1-800-GO-FEDEX', 'US', [line('+18004633339')]],
    ['twice when two numbers stand in it', '020 7946 0123 / 07700 900123', 'GB', [london, mobile]],
    ['twice when each line has one', '020 7946 0123\n07700 900123', 'GB', [london, mobile]],
    ['twice when labels divide them', 'Work 020 7946 0123 Mobile: 07700 900123', 'GB', [london, mobile]],
    ['once when the slash is punctuation', '030/23125001', 'DE', [line('+493023125001')]],
    [
      'under each number of a range',
      '020 7946 0123-5',
      'GB',
      ['3', '4', '5'].map((digit) => ({ kind: 'line', e164: `+44207946012${digit}`, unsure: 'within-range' })),
    ],
    [
      'under its block when it is a central number',
      '030 23125-0',
      'DE',
      [line('+4930231250'), { kind: 'block', root: '+493023125' }],
    ],
    [
      'as possible only behind an outside digit',
      '9,1 212 555 0123',
      'US',
      [{ kind: 'line', e164: '+12125550123', unsure: 'outside-digit' }],
    ],
    ['as a SIP address', '<sip:alice@Example.com>', 'GB', [{ kind: 'address', address: 'alice@example.com' }]],
  ])('%s', (_, stored, region, numbers) => {
    expect(fileNumber(stored, region)).toEqual({ numbers });
  });

  it.each<[string, string, string, Filing]>([
    ['an emergency number', '112', 'GB', { none: 'service-code' }],
    ['no number', 'ask at reception', 'US', { none: 'no-number' }],
    ['an empty field', '', 'US', { none: 'no-number' }],
    ['scientific notation', '4.42079E+11', 'GB', { none: 'spreadsheet-damage' }],
    ['scientific notation behind a label', 'Tel: 4.42079E+11', 'GB', { none: 'spreadsheet-damage' }],
    ['a decimal fraction', '442079460123.0', 'GB', { none: 'spreadsheet-damage' }],
    ['thousands', '442,079,460,123', 'GB', { none: 'spreadsheet-damage' }],
    ['a placeholder', '0000000000', 'US', { none: 'filler' }],
    ['more digits than E.164 allows', '+4420794601231234567', 'GB', { none: 'impossible' }],
    ['a letter in place of a digit', '020 7946 O123', 'GB', { none: 'no-number' }],
    ['a letter in place of the first digit', 'O20 7946 0123', 'GB', { none: 'no-number' }],
    ['a text', 'x'.repeat(301), 'GB', { none: 'too-long' }],
  ])('nowhere: %s', (_, stored, region, expected) => {
    expect(fileNumber(stored, region)).toEqual(expected);
  });

  it('without ever throwing, and never under something that is no number', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+0123456789()-./ ;:@<>"%,x#*=Eor\n\u0000\u0660\uff11\ud800') }),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom('US', 'GB', 'DE', 'IT', '', 'XX', '__proto__'), (stored, region) => {
        const filing = fileNumber(stored, region);
        for (const number of 'numbers' in filing ? filing.numbers : []) {
          if (number.kind === 'line') expect(number.e164).toMatch(/^\+\d{5,15}$/);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
