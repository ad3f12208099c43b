import { invalid } from './errors.ts';
import type { Input } from './operations.ts';

/** One page of a list; the token is the place where the next one starts. */
export function page<T>(all: T[], input: Input, most: number): { items: T[]; NextToken?: string } {
  const start = input.NextToken === undefined ? 0 : Number(input.NextToken);
  if (!Number.isInteger(start) || start < 0) throw invalid(`NextToken ${input.NextToken} is none of this list`);
  const size = Math.min(Number(input.MaxResults ?? most), most);
  const end = start + size;
  return { items: all.slice(start, end), NextToken: end < all.length ? String(end) : undefined };
}
