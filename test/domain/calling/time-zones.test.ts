import { getCountries } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { northAmerica } from '../../../domain/calling/area-codes/north-america.ts';
import { otherAreaCodes } from '../../../domain/calling/area-codes/others.ts';
import { dialableNumber } from '../../../domain/calling/number.ts';
import { timeZonesOf } from '../../../domain/calling/time-zones.ts';

const zonesOf = (number: string) => {
  const dialable = dialableNumber(number, 'US');
  return dialable ? timeZonesOf(dialable) : expect.fail(`${number} cannot be dialled`);
};

describe('the time zones in which a number may ring', () => {
  it.each<[string, string[]]>([
    ['+12125550123', ['America/New_York']],
    ['(310) 555-0123', ['America/Los_Angeles']],
    ['+18085550123', ['Pacific/Honolulu']],
    ['+14805550123', ['America/Phoenix']],
    // Pensacola and Panama City share an area code, and its overlay is as wide.
    ['+18505550123', ['America/Chicago', 'America/New_York']],
    ['+14485550123', ['America/Chicago', 'America/New_York']],
    ['+16895550123', ['America/New_York']],
    ['+17095550123', ['America/St_Johns', 'America/Halifax']],
    ['+14745550123', ['America/Regina', 'America/Edmonton']],
    ['+18765550123', ['America/Jamaica']],
    ['+442079460123', ['Europe/London']],
    ['+496912345678', ['Europe/Berlin', 'Europe/Busingen']],
    ['+390612345678', ['Europe/Rome']],
    ['+861012345678', ['Asia/Shanghai']],
    ['+81312345678', ['Asia/Tokyo']],
    ['+38349123456', ['Europe/Belgrade']],
    ['+61292345678', ['Australia/Sydney']],
    ['+61889345678', ['Australia/Darwin']],
    ['+61893345678', ['Australia/Perth']],
    ['+551123456789', ['America/Sao_Paulo']],
    ['+5568981234567', ['America/Rio_Branco']],
    ['+525512345678', ['America/Mexico_City']],
    ['+526641234567', ['America/Tijuana']],
    ['+529981234567', ['America/Cancun']],
    ['+74951234567', ['Europe/Moscow']],
    ['+74012123456', ['Europe/Kaliningrad']],
    ['+74232123456', ['Asia/Vladivostok']],
    ['+34912345678', ['Europe/Madrid']],
    ['+34928123456', ['Atlantic/Canary']],
    ['+351296123456', ['Atlantic/Azores']],
  ])('%s: %j', (number, zones) => expect(zonesOf(number)).toEqual(zones));

  it.each([
    ['an Australian mobile', '+61412345678', ['Australia/Perth', 'Australia/Sydney', 'Australia/Adelaide']],
    ['a Russian mobile', '+79161234567', ['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Kamchatka']],
    ['an Indonesian number', '+6281234567890', ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']],
    ['a Canary mobile, which may be on the mainland', '+34612345678', ['Europe/Madrid', 'Atlantic/Canary']],
  ])('of %s are all of its country', (_number, number, some) => {
    expect(zonesOf(number)).toEqual(expect.arrayContaining(some));
  });

  it.each([
    ['a toll-free number', '+18005550100'],
    ['an international toll-free number', '+80012345678'],
    ['a satellite telephone', '+881612345678'],
  ])('of %s are not known', (_number, number) => expect(zonesOf(number)).toEqual([]));

  it('are known for every country that has a numbering plan', () => {
    const without = getCountries().filter(
      (country) => timeZonesOf({ e164: '+0', callingCode: '0', country, placeless: false }).length === 0,
    );
    expect(without).toEqual([]);
  });

  it('are zones that this runtime knows, and each area code stands once', () => {
    for (const table of [northAmerica, ...Object.values(otherAreaCodes)]) {
      const zones = Object.keys(table).flatMap((names) => names.split(' '));
      for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
      const codes = Object.values(table).flatMap((list) => list.trim().split(/\s+/));
      expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
      for (const code of codes) expect(code).toMatch(/^\d{1,5}$/);
    }
  });
});

describe('a number to dial', () => {
  it.each([
    ['2125550123', '+12125550123', '(212) 555-0123'],
    ['+44 20 7946 0123', '+442079460123', '+44 20 7946 0123'],
    ['tel:+1-212-555-0123', '+12125550123', '(212) 555-0123'],
  ])('%j is %s', (text, e164, display) => expect(dialableNumber(text, 'US')).toMatchObject({ e164, display }));

  it.each([
    '',
    '911',
    '112',
    '4711',
    'anonymous',
    '+',
    'amy@example.com',
    '+999123456789',
    '555-0123',
    'x'.repeat(9_999),
  ])('%j is none', (text) => expect(dialableNumber(text, 'US')).toBeUndefined());

  it('is read in the line’s country when it names none', () => {
    expect(dialableNumber('020 7946 0123', 'GB')?.e164).toBe('+442079460123');
  });
});
