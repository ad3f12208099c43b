import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallerId, readCallerId, readingsOfCaller } from '../../../domain/phone/caller-id.ts';

const number = (e164: string, extension?: string): CallerId => ({
  kind: 'number',
  numbers: [extension === undefined ? { kind: 'line', e164 } : { kind: 'line', e164, extension }],
});
const short = (digits: string): CallerId => ({
  kind: 'short-code',
  digits,
  numbers: [{ kind: 'internal', digits }],
});
const sip = (address: string): CallerId => ({ kind: 'sip', address, numbers: [{ kind: 'address', address }] });
const unusable = (reason: 'filler' | 'malformed'): CallerId => ({ kind: 'unusable', reason });

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
    ['as a short code', '7000', 'US', short('7000')],
    ['as a short code with its leading zeros', 'sip:0042@pbx.example.com', 'US', short('0042')],
    ['as nobody’s when it is an emergency number', '112', 'GB', { kind: 'short-code', digits: '112', numbers: [] }],
    ['as a SIP address', 'sip:alice@Example.com', 'US', sip('alice@example.com')],
    [
      'as a SIP address although it holds digits',
      'sip:user07700900123x@example.com',
      'GB',
      sip('user07700900123x@example.com'),
    ],
    ['as filler: a bare plus', '+', 'US', unusable('filler')],
    ['as filler: all zeros', '0000000000', 'US', unusable('filler')],
    ['as filler: one digit', '1', 'US', unusable('filler')],
    ['as filler: one digit repeated', '9999999999', 'US', unusable('filler')],
    ['as filler: zeros behind a country code', '+10000000000', 'US', unusable('filler')],
    ['as a number that cannot exist: twenty digits', '12345678901234567890', 'US', { kind: 'number', numbers: [] }],
    ['as malformed: control characters', '+1212555\u00000123', 'US', unusable('malformed')],
    ['as malformed: two numbers', '+12125550123, +12125550124', 'US', unusable('malformed')],
    ['as malformed: two numbers without a comma', '12125550123 12125550124', 'US', unusable('malformed')],
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
        for (const number of readingsOfCaller(read))
          if (number.kind === 'line') expect(number.e164).toMatch(/^\+\d{5,15}$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a caller id that can mean several numbers', () => {
  it.each([
    [
      'behind an outside digit, which may as well be a country code',
      '912125550123',
      'US',
      [
        { kind: 'line', e164: '+912125550123' },
        { kind: 'line', e164: '+12125550123', unsure: 'outside-digit' },
      ],
    ],
    ['without area code', '555 0123', 'US', [{ kind: 'local', digits: '5550123', region: 'US' }]],
    [
      'in a plan that takes it whole or without area code',
      '96123-4567',
      'BR',
      [
        { kind: 'line', e164: '+55961234567' },
        { kind: 'local', digits: '961234567', region: 'BR' },
      ],
    ],
    ['as nothing when its trunk zero shows that a digit is lost', '0212 55501', 'US', []],
  ])('%s', (_, raw, line, expected) => {
    expect(readingsOfCaller(readCallerId(raw, line))).toEqual(expected);
  });
});
