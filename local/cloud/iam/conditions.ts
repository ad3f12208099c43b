import { glob } from './glob.ts';

type Compare = (actual: string, wanted: string) => boolean;

const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** Positive operators; a `Not…` form is the same comparison turned round over all wanted values. */
const compares: Record<string, Compare> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => glob(wanted, actual),
  ArnEquals: (actual, wanted) => glob(wanted, actual),
  ArnLike: (actual, wanted) => glob(wanted, actual),
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: (actual, wanted) => number(actual) === number(wanted),
  NumericLessThan: (actual, wanted) => number(actual) < number(wanted),
  NumericLessThanEquals: (actual, wanted) => number(actual) <= number(wanted),
  NumericGreaterThan: (actual, wanted) => number(actual) > number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => number(actual) >= number(wanted),
  DateEquals: (actual, wanted) => Date.parse(actual) === Date.parse(wanted),
  DateLessThan: (actual, wanted) => Date.parse(actual) < Date.parse(wanted),
  DateGreaterThan: (actual, wanted) => Date.parse(actual) > Date.parse(wanted),
};

const negated: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

/**
 * Whether every condition of a statement holds. Keys compare without case, as IAM does. Throws on an operator that is
 * not emulated.
 */
export function conditionsHold(
  condition: Record<string, Record<string, unknown>> | undefined,
  context: Record<string, string | string[]>,
): boolean {
  const known = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const values = [wanted].flat().map((value) => withVariables(String(value), known));
      return holds(operator, known.get(key.toLowerCase()), values);
    }),
  );
}

function holds(operator: string, actual: string[] | undefined, wanted: string[]): boolean {
  if (operator === 'Null') return wanted.includes(String(actual === undefined));
  const [, set, rest] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/.exec(operator) ?? [];
  const ifExists = rest?.endsWith('IfExists') ?? false;
  const name = (rest ?? '').replace(/IfExists$/, '');
  const negative = negated[name];
  const compare = compares[negative ?? name];
  if (!compare) throw new Error(`the condition operator ${operator} is not emulated`);
  const one = (value: string) => {
    const found = wanted.some((candidate) => compare(value, candidate));
    return negative ? !found : found;
  };
  // A missing key satisfies a negative operator, ForAllValues and IfExists, and nothing else.
  if (actual === undefined || actual.length === 0) return ifExists || set === 'ForAllValues' || (!!negative && !set);
  if (set === 'ForAllValues' || (negative && !set)) return actual.every(one);
  return actual.some(one);
}

function withVariables(text: string, known: Map<string, string[]>): string {
  return text.replace(/\$\{([^}]+)\}/g, (all, name: string) => {
    if (name === '*' || name === '?' || name === '$') return name;
    return known.get(name.trim().toLowerCase())?.[0] ?? all;
  });
}
