import type { FiledNumber } from './filed-number.ts';
import { plainText } from './plain-text.ts';
import { readNumber, writtenNumber } from './read-number.ts';

/** Service numbers name an institution, never a person; so they identify nobody even where somebody stored them. */
const serviceCode = /^(110|112|118|119|911|999|000|116\d{3})$/;

/**
 * Reads what a person's phone field holds. A trailing extension may be written `ext. 12`, `x12`, `;ext=12` or `,,12#`.
 *
 * @param region Country in which a number without country code is read.
 * @returns undefined for what nobody can call from: no number, an impossible one, a service code.
 */
export function readStoredNumber(stored: string, region: string): FiledNumber | undefined {
  const text = plainText(stored.slice(0, 200)).replace(/^tel:/i, '');
  const spelled = /^(.*\d)[ ,]*(?:ext\.?|x)[ .:]*(\d{1,7})$/i.exec(text);
  const written = writtenNumber(spelled?.[1] ?? text);
  if (!written) return undefined;
  const number = readNumber(written, region);
  const extension = spelled?.[2] ?? written.extension;
  if (number && (written.plus || written.digits.length > 6 || number.isValid())) {
    return extension === undefined ? { whole: number.number } : { whole: number.number, extension };
  }
  const internal = !written.plus && written.digits.length >= 2 && written.digits.length <= 6;
  return internal && extension === undefined && !serviceCode.test(written.digits) && !/^0+$/.test(written.digits)
    ? { whole: written.digits }
    : undefined;
}
