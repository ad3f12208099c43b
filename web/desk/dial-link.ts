/** Where a telephone number leads when it is clicked: a setting of the deployment, taken as outside text. */

/** Schemes that open a telephone. Any other, `javascript:` above all, would run or load something instead. */
const schemes = ['tel', 'sip', 'sips', 'callto'];

/** Whether a click calls with this page's own softphone. */
export const dialsHere = (dialLink: string): boolean => dialLink === 'softphone';

/**
 * The address that dials a number.
 *
 * @param dialLink `softphone`, or an address such as `tel:{number}` or `sip:{number}@pbx.example`; `{number}` stands for
 * the number. The softphone's links have a `tel:` address too, for whoever copies them.
 * @param number E.164. Absent or anything else: there is nothing to dial.
 * @returns undefined where the number is to stand as plain text.
 */
export function dialTarget(dialLink: string, number: string | undefined): string | undefined {
  if (number === undefined || !/^\+\d{3,15}$/.test(number)) return undefined;
  const address = dialsHere(dialLink) ? 'tel:{number}' : dialLink;
  const scheme = /^([a-z]+):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || !schemes.includes(scheme) || !address.includes('{number}')) return undefined;
  return address.replaceAll('{number}', number);
}
