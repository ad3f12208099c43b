import * as z from 'zod/mini';
import type { ApiError } from '../../domain/api.ts';

/** A refusal that the caller is meant to read; everything else that is thrown is a fault. */
export class Refused extends Error {
  readonly error: ApiError['error'];
  /** With `conflict`: what the thing looks like now. */
  readonly current?: unknown;
  /** With `invalid`: what is wrong, by field. */
  readonly fields?: ApiError['fields'];
  constructor(error: ApiError['error'], message: string, current?: unknown, fields?: ApiError['fields']) {
    super(message);
    this.error = error;
    this.current = current;
    this.fields = fields;
  }
}

/** Larger than the longest description in the widest script, smaller than anything that could hurt. */
const largestBody = 64 * 1024;

/** @throws Refused that says what is wrong with the body. */
export function parseJson<T>(schema: z.ZodMiniType<T>, body: Buffer): T {
  if (body.length > largestBody) {
    throw new Refused('too-large', `The body has ${body.length} bytes; at most ${largestBody} are allowed.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refused('invalid', 'The body is not JSON.');
  }
  return parsed(schema, value, 'body');
}

/**
 * One value against a schema.
 *
 * @param what Names the value in the refusal.
 * @throws Refused that names the first thing that is wrong.
 */
export function parsed<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  if (hasHalfCharacter(value)) throw new Refused('invalid', `${what} holds half a character, which no store keeps.`);
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = [what, ...(issue?.path ?? [])].map(String).join('.');
  throw new Refused('invalid', `${where} ${issue ? reason(issue) : 'is not as the API describes it'}.`);
}

const inWords: Record<string, string> = { object: 'an object', array: 'a list', int: 'a whole number' };

/** Half of a surrogate pair: JSON can hold one, UTF-8 and the tables cannot. Not recursive: JSON may be nested deep. */
export function hasHalfCharacter(value: unknown): boolean {
  const left = [value];
  for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
    if (typeof next === 'string' && /\p{Cs}/u.test(next)) return true;
    if (typeof next === 'object' && next !== null) for (const entry of Object.entries(next)) left.push(...entry);
  }
  return false;
}

/** In our own words: the small build of the schema library brings none. */
function reason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has a member that is not known: ${JSON.stringify(issue.keys[0]?.slice(0, 50))}`;
    case 'too_small':
      return 'must not be empty';
    case 'too_big':
      if (issue.origin === 'array') return `has too many entries: at most ${issue.maximum} are allowed`;
      return issue.origin === 'string'
        ? `is too long: at most ${issue.maximum} characters are allowed`
        : `is too large: at most ${issue.maximum} is allowed`;
    case 'invalid_type':
      return `must be ${inWords[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    default:
      return 'is not as the API describes it';
  }
}
