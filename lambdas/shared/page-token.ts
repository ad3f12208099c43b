import * as z from 'zod/mini';

/** A `next` that we did not give out: a mistake of whoever asks, to be answered as one. */
export class BadPageToken extends Error {
  override name = 'BadPageToken';
  constructor() {
    super('next: not a page token of this list; take it from the page before, or leave it out to begin anew');
  }
}

const key = z.record(z.string(), z.string());

/** A table's last evaluated key as an opaque word that fits into an address; undefined after the last page. */
export function pageToken(lastKey: Record<string, unknown> | undefined): string | undefined {
  return lastKey && Buffer.from(JSON.stringify(lastKey)).toString('base64url');
}

/**
 * The key in a page token. `expected` names every member that the key of this list must have, with its value where
 * only one is right, so that a token of another list is refused. Throws `BadPageToken`.
 */
export function keyOf(
  token: string | undefined,
  expected: Record<string, string | undefined>,
): Record<string, string> | undefined {
  if (token === undefined) return undefined;
  const parsed = key.safeParse(parseJson(Buffer.from(token, 'base64url').toString()));
  if (!parsed.success) throw new BadPageToken();
  const names = Object.keys(expected);
  const fits =
    Object.keys(parsed.data).length === names.length &&
    names.every((name) => parsed.data[name] && (expected[name] ?? parsed.data[name]) === parsed.data[name]);
  if (!fits) throw new BadPageToken();
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
