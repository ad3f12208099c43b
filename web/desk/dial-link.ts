/** Where a telephone number leads when it is clicked: a setting of the deployment, taken as outside text. */

/** Schemes that open a telephone. Any other, `javascript:` above all, would run or load something instead. */
const schemes = ['tel', 'sip', 'sips', 'callto'];

/**
 * The address that dials a number.
 *
 * @param dialLink e.g. `tel:{number}` or `sip:{number}@pbx.example`; `{number}` stands for the number.
 * @param number E.164. Absent or anything else: there is nothing to dial.
 * @returns undefined where the number is to stand as plain text.
 */
export function dialTarget(dialLink: string, number: string | undefined): string | undefined {
  if (number === undefined || !/^\+\d{3,15}$/.test(number)) return undefined;
  const scheme = /^([a-z]+):/i.exec(dialLink)?.[1]?.toLowerCase();
  if (scheme === undefined || !schemes.includes(scheme) || !dialLink.includes('{number}')) return undefined;
  return dialLink.replaceAll('{number}', number);
}
