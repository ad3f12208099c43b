import * as z from 'zod/mini';
import type { Clues } from '../../domain/caller/clues.ts';
import { parsed, Refused } from '../shared/parse.ts';

/** The query's names, as desks that pass callers on spell them, and the longest value of each. */
const parameters = {
  telephone: { clue: 'telephone', longest: 300 },
  request: { clue: 'request', longest: 50 },
  employeeID: { clue: 'employeeId', longest: 128 },
  supportID: { clue: 'supportId', longest: 50 },
  name: { clue: 'name', longest: 200 },
  userName: { clue: 'userName', longest: 128 },
  email: { clue: 'email', longest: 254 },
} as const satisfies Record<string, { clue: keyof Clues; longest: number }>;

/** @throws Refused when nothing is asked for, or something is too long to be what it should be. */
export function cluesOf(query: Record<string, string | undefined>): Clues {
  const clues: Clues = {};
  for (const [name, { clue, longest }] of Object.entries(parameters)) {
    if (query[name] === undefined) continue;
    clues[clue] = parsed(z.string().check(z.maxLength(longest)), query[name], name);
  }
  if (Object.keys(clues).length > 0) return clues;
  throw new Refused('invalid', `Say who is looked for: one of ${Object.keys(parameters).join(', ')}.`);
}
