import { isIP } from 'node:net';

/** An event pattern, as rules hold it: keys of the event, leaves are lists of what may be there. */
export type Pattern = Record<string, unknown>;

/**
 * Whether an event matches, by EventBridge's rules: every key of the pattern must match, one entry of a leaf's list
 * suffices, an array in the event matches when one of its elements does, and `$or` takes one of its patterns. Throws
 * on an operator that EventBridge does not have.
 */
export function matches(pattern: Pattern, event: unknown): boolean {
  if (Array.isArray(event)) return event.some((element) => matches(pattern, element));
  const object = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or' && Array.isArray(wanted)) return wanted.some((one) => matches(one as Pattern, object));
    const value = object[key];
    if (!Array.isArray(wanted)) return matches(wanted as Pattern, value);
    const values = value === undefined ? [] : [value].flat();
    return wanted.some((filter) => leafMatches(filter, values));
  });
}

/** `values` are those that the event has at the key; none when it lacks the key. */
function leafMatches(filter: unknown, values: unknown[]): boolean {
  if (typeof filter !== 'object' || filter === null) return values.some((value) => value === filter);
  const [[operator, argument] = ['', undefined], ...more] = Object.entries(filter);
  if (more.length) throw new Error(`an event pattern's filter has one operator, not ${JSON.stringify(filter)}`);
  if (operator === 'exists') return argument === values.length > 0;
  // An array is excluded by one excluded element, as any other value is.
  if (operator === 'anything-but') return values.length > 0 && !values.some((value) => excluded(argument, value));
  const test = operators[operator];
  if (!test) throw new Error(`an event pattern has no operator ${operator}`);
  return values.some((value) => test(argument, value));
}

type Test = (argument: unknown, value: unknown) => boolean;

const lower = (value: unknown) => String(value).toLowerCase();
const ignoresCase = (argument: unknown): argument is { 'equals-ignore-case': string } =>
  typeof argument === 'object' && argument !== null && 'equals-ignore-case' in argument;

/** `prefix` and `suffix` take a text, or `{"equals-ignore-case": text}`. */
const edge =
  (at: 'startsWith' | 'endsWith'): Test =>
  (argument, value) => {
    if (typeof value !== 'string') return false;
    if (ignoresCase(argument)) return lower(value)[at](lower(argument['equals-ignore-case']));
    return typeof argument === 'string' && value[at](argument);
  };

const operators: Record<string, Test> = {
  prefix: edge('startsWith'),
  suffix: edge('endsWith'),
  'equals-ignore-case': (argument, value) => typeof value === 'string' && lower(value) === lower(argument),
  wildcard: (argument, value) => typeof value === 'string' && wildcard(String(argument), value),
  numeric: (argument, value) => typeof value === 'number' && inRange(argument as unknown[], value),
  cidr: (argument, value) => typeof value === 'string' && inBlock(String(argument), value),
};

/** `anything-but` takes values, or one operator with one text or several. */
function excluded(argument: unknown, value: unknown): boolean {
  if (Array.isArray(argument)) return argument.some((one) => one === value);
  if (typeof argument !== 'object' || argument === null) return argument === value;
  const [[operator, texts] = ['', undefined]] = Object.entries(argument);
  const test = operators[operator];
  if (!test) throw new Error(`anything-but has no operator ${operator}`);
  return [texts].flat().some((text) => test(text, value));
}

/** `*` stands for any characters; a backslash takes its meaning away. */
function wildcard(pattern: string, value: string): boolean {
  const source = pattern.replace(/\\([*\\])|\*|[.+^${}()|[\]\\?]/g, (all, literal: string | undefined) => {
    if (literal) return `\\${literal}`;
    return all === '*' ? '.*' : `\\${all}`;
  });
  return new RegExp(`^${source}$`, 's').test(value);
}

/** `[">", 0, "<=", 5]` */
function inRange(terms: unknown[], value: number): boolean {
  for (let index = 0; index < terms.length; index += 2) {
    const bound = Number(terms[index + 1]);
    const compare: Record<string, boolean> = {
      '=': value === bound,
      '<': value < bound,
      '<=': value <= bound,
      '>': value > bound,
      '>=': value >= bound,
    };
    if (!compare[String(terms[index])]) return false;
  }
  return true;
}

function inBlock(block: string, address: string): boolean {
  const [network = '', length = ''] = block.split('/');
  const version = isIP(address);
  if (version === 0 || isIP(network) !== version) return false;
  const width = version === 4 ? 32n : 128n;
  const shift = width - BigInt(length || width);
  return toNumber(address) >> shift === toNumber(network) >> shift;
}

function toNumber(address: string): bigint {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(address.includes('::') ? missing : 0).fill('0'), ...groups(tail)];
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
