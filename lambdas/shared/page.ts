import { hasHalfCharacter } from './parse.ts';

/** Lists hand out opaque `next` marks; what comes back is foreign text. */
export class UnknownPage extends Error {
  constructor() {
    super('next is no mark that this list handed out; ask for the first page again.');
  }
}

export const toNext = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws UnknownPage unless the mark holds a JSON value that `fits`. */
export function fromNext<T>(next: string, fits: (position: unknown) => position is T): T {
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(next, 'base64url').toString('utf8'));
  } catch {
    throw new UnknownPage();
  }
  if (hasHalfCharacter(position) || !fits(position)) throw new UnknownPage();
  return position;
}
