import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallerId, filedUnder, readCallerId } from '../../../domain/phone/caller-id.ts';

const number = (e164: string, extension?: string): CallerId =>
  extension === undefined ? { kind: 'number', e164 } : { kind: 'number', e164, extension };
const unusable = (reason: 'filler' | 'malformed' | 'impossible'): CallerId => ({ kind: 'unusable', reason });

describe('a caller id is read', () => {
  it.each([
    ['E.164, as Connect delivers it', '+12125550123', 'US', number('+12125550123')],
    ['in the plan of the line that was called', '020 7946 0123', 'GB', number('+442079460123')],
    ['with a trunk digit between brackets', '+44 (0)20 7946 0123', 'US', number('+442079460123')],
    ['with an Italian zero, which belongs to the number', '06 1234 5678', 'IT', number('+390612345678')],
    ['from a range that is reserved for fiction and never valid', '+441632960123', 'US', number('+441632960123')],
    ['in digits of another script', '٠٥٠ ١٢٣ ٤٥٦٧', 'AE', number('+971501234567')],
    ['in full-width digits', '＋１ ２１２ ５５５ ０１２３', 'US', number('+12125550123')],
    [
      'with invisible characters and odd hyphens',
      '\u202a+1\u2011212\u2013555\u00a00123\u202c',
      'US',
      number('+12125550123'),
    ],
    ['behind the exit code of its own line', '011 44 20 7946 0123', 'US', number('+442079460123')],
    ['behind 00 on a line whose exit code is another', '0044 20 7946 0123', 'US', number('+442079460123')],
    ['without its plus', '442079460123', 'US', number('+442079460123')],
    ['as a tel: URI', 'tel:+44-20-7946-0123', 'US', number('+442079460123')],
    ['as a local tel: URI of another country', 'tel:020-7946-0123;phone-context=+44', 'US', number('+442079460123')],
    ['as the user part of a SIP address', 'sip:+12125550123@host.example.com;user=phone', 'GB', number('+12125550123')],
    [
      'in a From header with a name',
      '"Desk 7000" <sip:02079460123@gw.example.com>;tag=1',
      'GB',
      number('+442079460123'),
    ],
    ['percent-encoded', 'sip:%2B442079460123@gw.example.com', 'US', number('+442079460123')],
    ['with its extension', '+12125550123;ext=0042', 'US', number('+12125550123', '0042')],
    [
      'without parameters that say nothing of the line',
      '+12125550123;isub=1411;cpc=ordinary',
      'US',
      number('+12125550123'),
    ],
    ['as withheld when nothing came', undefined, 'US', { kind: 'withheld' }],
    ['as withheld when null came', null, 'US', { kind: 'withheld' }],
    ['as withheld when it is empty', '', 'US', { kind: 'withheld' }],
    ['as withheld when it is blank', ' \u00a0 ', 'US', { kind: 'withheld' }],
    ['as withheld when it is Connect’s word', 'anonymous', 'US', { kind: 'withheld' }],
    ['as withheld in another language and case', 'NUMÉRO MASQUÉ', 'FR', { kind: 'withheld' }],
    ['as withheld in quotes', '"Private Number"', 'US', { kind: 'withheld' }],
    ['as withheld when the word is spelled on the keypad', '+266696687', 'US', { kind: 'withheld' }],
    ['as withheld when a SIP user says so', 'sip:anonymous@anonymous.invalid', 'US', { kind: 'withheld' }],
    ['as a short code', '7000', 'US', { kind: 'short-code', digits: '7000' }],
    [
      'as a short code with its leading zeros',
      'sip:0042@pbx.example.com',
      'US',
      { kind: 'short-code', digits: '0042' },
    ],
    ['as a short code when it is an emergency number', '112', 'GB', { kind: 'short-code', digits: '112' }],
    ['as a SIP address', 'sip:alice@Example.com', 'US', { kind: 'sip', address: 'alice@example.com' }],
    [
      'as a SIP address although it holds digits',
      'sip:user07700900123x@example.com',
      'GB',
      { kind: 'sip', address: 'user07700900123x@example.com' },
    ],
    ['as filler: a bare plus', '+', 'US', unusable('filler')],
    ['as filler: all zeros', '0000000000', 'US', unusable('filler')],
    ['as filler: one digit', '1', 'US', unusable('filler')],
    ['as filler: one digit repeated', '9999999999', 'US', unusable('filler')],
    ['as impossible: zeros behind a country code', '+10000000000', 'US', unusable('impossible')],
    ['as impossible: twenty digits', '12345678901234567890', 'US', unusable('impossible')],
    ['as malformed: control characters', '+1212555\u00000123', 'US', unusable('malformed')],
    ['as malformed: two numbers', '+12125550123, +12125550124', 'US', unusable('malformed')],
    ['as malformed: markup', '<b>+12125550123</b>', 'US', unusable('malformed')],
    ['as malformed: words around digits', 'call 212 555 0123 now', 'US', unusable('malformed')],
    ['as malformed: a SIP address without user', 'sip:@example.com', 'US', unusable('malformed')],
    ['as malformed: a SIP host that must not exist', 'sip:4711x@unknown.invalid', 'US', unusable('malformed')],
    ['as malformed: longer than any number', '1'.repeat(301), 'US', unusable('malformed')],
  ] satisfies [string, string | null | undefined, string, CallerId][])('%s', (_, raw, line, expected) => {
    expect(readCallerId(raw, line)).toEqual(expected);
  });

  it('never throwing, whatever was delivered and whatever the line’s country is called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+0123456789()-./ ;:@<>"%,x#*=\u0000\u0660\uff11\ud800') }),
      fc.string().map((text) => `sip:${text}@example.com`),
      fc.string().map((text) => `tel:${text};phone-context=+44`),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom('US', 'GB', 'DE', 'IT', '', 'XX', '__proto__'), (raw, line) => {
        const read = readCallerId(raw, line);
        if (read.kind === 'number') expect(read.e164).toMatch(/^\+\d{5,15}$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('people are looked for', () => {
  it.each([
    ['under a number', '+12125550123', { whole: '+12125550123', extension: undefined }],
    ['under an internal number, literally', '0042', { whole: '0042' }],
    ['nowhere when the number is withheld', 'anonymous', undefined],
    ['nowhere when it is a SIP address', 'sip:alice@example.com', undefined],
    ['nowhere when it is unusable', '0000000', undefined],
  ])('%s', (_, raw, expected) => {
    expect(filedUnder(readCallerId(raw, 'US'))).toEqual(expected);
  });
});
