/**
 * Plans under which one line has two written forms. Both forms are read as one number, so that they are equal wherever
 * they are compared (numbering facts from the national plans).
 */

/** Mexico gave up the mobile 1 behind +52 in 2019, and with it the national 01, 044 and 045. */
export function mexican(digits: string): string {
  return digits.replace(/^521(\d{10})$/, '52$1').replace(/^0(?:1|44|45)(\d{10})$/, '$1');
}

/** National forms of the French overseas regions, dialled in France as if they were French. Not 0639: fiction. */
const overseas: [RegExp, string][] = [
  [/^\+33((?:590|690|691)\d{6})$/, '+590'],
  [/^\+33((?:594|694)\d{6})$/, '+594'],
  [/^\+33((?:596|696|697)\d{6})$/, '+596'],
  [/^\+33((?:262|263|692|693)\d{6})$/, '+262'],
];

export function frenchOverseas(e164: string): string {
  const [form, code] = overseas.find(([form]) => form.test(e164)) ?? [];
  return form && code ? e164.replace(form, `${code}$1`) : e164;
}
