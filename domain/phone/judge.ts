import type { FiledNumber, Match, MatchReason } from './filing.ts';
import { shortestSuffix } from './numbering.ts';
import { callingCodeOf, whereIs } from './read-number.ts';

type Line = Extract<FiledNumber, { kind: 'line' }>;
type Local = Extract<FiledNumber, { kind: 'local' }>;

/**
 * Whether a filed number is the caller's: the same line, perhaps the same (then the person is offered, never selected),
 * or neither.
 *
 * @param caller One reading of the caller's number; a block is never one.
 */
export function judge(filed: FiledNumber, caller: FiledNumber): Match | undefined {
  if (filed.kind === 'internal' && caller.kind === 'internal') return yesIf(filed.digits === caller.digits);
  if (filed.kind === 'address' && caller.kind === 'address') return yesIf(filed.address === caller.address);
  if (filed.kind === 'line' && caller.kind === 'line') return sameLine(filed, caller);
  if (filed.kind === 'local' && caller.kind === 'local') return sameLocal(filed, caller);
  if (filed.kind === 'local' && caller.kind === 'line') return endsWith(caller, filed);
  if (filed.kind === 'line' && caller.kind === 'local') return endsWith(filed, caller);
  if (filed.kind === 'block' && caller.kind === 'line') return inBlock(filed.root, caller);
  return undefined;
}

/** The surer of two, the earlier when they are alike. */
export function better(a: Match | undefined, b: Match | undefined): Match | undefined {
  return a === undefined || (b?.certainty === 'yes' && a.certainty === 'candidate') ? b : a;
}

const yesIf = (equal: boolean): Match | undefined => (equal ? { certainty: 'yes', reason: 'equal' } : undefined);
const candidate = (reason: MatchReason): Match => ({ certainty: 'candidate', reason });

function sameLine(a: Line, b: Line): Match | undefined {
  const legacy = a.e164 === b.e164 ? undefined : legacyForm(a.e164, b.e164);
  if ((a.e164 !== b.e164 && !legacy) || !extensionsAgree(a, b)) return undefined;
  const unsure = a.unsure ?? b.unsure;
  if (unsure) return candidate(unsure);
  if (legacy) return candidate(legacy);
  return a.extension === b.extension ? { certainty: 'yes', reason: 'equal' } : candidate('extension-on-one-side');
}

/** One side without an extension may be the same line; two that differ are not. Leading zeros count. */
const extensionsAgree = (a: { extension?: string }, b: { extension?: string }): boolean =>
  a.extension === undefined || b.extension === undefined || a.extension === b.extension;

/** The older number is a suffix of the present one under a plan that added digits. */
function legacyForm(a: string, b: string): MatchReason | undefined {
  const rule = legacyForms.find(({ form, other }) => {
    const make = (number: string) => (form.test(number) ? number.replace(form, other) : undefined);
    return make(a) === b || make(b) === a;
  });
  return rule?.reason;
}

/** One form of a number and the other that it may be (numbering facts from the national plans). */
const legacyForms: { reason: MatchReason; form: RegExp; other: string }[] = [
  // Mobiles only: a landline begins with 2 to 5 and never had a ninth digit.
  { reason: 'brazil-ninth-digit', form: /^\+55(\d\d)([6-9]\d{7})$/, other: '+55$19$2' },
  { reason: 'argentina-nine', form: /^\+549(\d{10})$/, other: '+54$1' },
  // The zero belongs to an Italian landline; before a mobile, which begins with 3, it makes another number.
  { reason: 'italy-zero', form: /^\+390([124-9]\d{4,9})$/, other: '+39$1' },
  { reason: 'san-marino-through-italy', form: /^\+3780549(\d{6})$/, other: '+390549$1' },
];

function sameLocal(a: Local, b: Local): Match | undefined {
  const [short, long] = a.digits.length <= b.digits.length ? [a, b] : [b, a];
  const agree = a.region === b.region && long.digits.endsWith(short.digits) && extensionsAgree(a, b);
  return agree ? candidate('area-code-missing') : undefined;
}

/** The number without area code is the end of the other one, in the same country. */
function endsWith(line: Line, local: Local): Match | undefined {
  const national = line.e164.length - 1 - (whereIs(line.e164)?.callingCode.length ?? 0);
  if (local.digits.length < shortestSuffix || local.digits.length >= national) return undefined;
  if (!line.e164.endsWith(local.digits) || !extensionsAgree(line, local)) return undefined;
  if (!inCountry(line.e164, local.region)) return undefined;
  return candidate(local.region === 'CI' ? 'ivory-coast-old-number' : 'area-code-missing');
}

/** Countries that share a calling code are told apart where the number's own plan does. */
function inCountry(e164: string, region: string): boolean {
  const where = whereIs(e164);
  if (where?.country !== undefined) return where.country === region;
  return where !== undefined && callingCodeOf(region) === where.callingCode;
}

function inBlock(root: string, caller: Line): Match | undefined {
  const direct = caller.e164.startsWith(root) && caller.e164.length > root.length && caller.e164 !== `${root}0`;
  return direct && !caller.unsure ? candidate('block-of-central-number') : undefined;
}
