import * as z from 'zod/mini';
import { parsed, Refused } from '../shared/parse.ts';
import type { Desk } from './ports.ts';

export const interactionId = z.string().check(z.minLength(1), z.maxLength(256));

/** @throws Refused when there is none of this id. */
export async function existingInteraction({ interactions }: Pick<Desk, 'interactions'>, given: string | undefined) {
  const found = await interactions.read(parsed(interactionId, given, 'id'));
  if (!found) throw new Refused('not-found', 'There is no such interaction.');
  return found;
}
