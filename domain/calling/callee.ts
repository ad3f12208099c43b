import type { Asking } from '../caller/ladder.ts';
import type { CallerOutcome } from '../caller/outcome.ts';
import type { Answer } from '../caller/question.ts';
import type { LadderSettings } from '../caller/verdict.ts';
import { numberPartition, numberPrefix } from '../directory/number-keys.ts';
import { maySelect } from '../directory/selectable.ts';
import type { Person } from '../directory/types.ts';
import { readCallerId, readingsOfCaller } from '../phone/caller-id.ts';
import type { Match, MatchReason } from '../phone/filing.ts';
import { matchOf } from '../phone/match.ts';

/** Who has a number that is about to be dialled. */
export interface Callee {
  outcome: CallerOutcome;
  /** Only with the outcome `one-person`. */
  person?: Pick<Person, 'id' | 'name'>;
  /** Somebody who has this line must not be called, be they active or not, and of whatever organisation. */
  doNotCall: boolean;
}

/**
 * Asks the directory who has a number: one query, a second where a crowd shares the last digits. Who may be selected
 * counts for the record's name; for the mark everybody counts who has the line.
 *
 * @param e164 What will be dialled.
 */
export function* askCallee(e164: string, { lineRegion, organisations }: LadderSettings): Asking<Callee> {
  const line = { kind: 'line', e164 } as const;
  const answer = yield { kind: 'numbers', partition: numberPartition(line) };
  const found = matched(answer, e164, lineRegion);
  const marked = found.some(({ person, match }) => person.doNotCall && isThisLine(match));
  const beyond =
    !marked && answer.more
      ? yield { kind: 'marked', partition: numberPartition(line), from: numberPrefix(line) }
      : null;
  const owners = found.filter(
    ({ person, match }) => match.certainty === 'yes' && person.active && maySelect(person, organisations),
  );
  const people = new Map(owners.map(({ person }) => [person.id, person]));
  const [only] = people.values();
  const alone = people.size === 1 && !answer.more;
  return {
    outcome: alone ? 'one-person' : people.size > 0 ? 'several-people' : 'unknown',
    ...(alone && only && { person: { id: only.id, name: only.name } }),
    doNotCall: marked || (beyond !== null && beyond.people.length > 0),
  };
}

function matched(answer: Answer, e164: string, lineRegion: string): { person: Person; match: Match }[] {
  const readings = readingsOfCaller(readCallerId(e164, lineRegion));
  return answer.people.flatMap(({ person, number }) => {
    const match = number && matchOf(number, readings);
    return match ? [{ person, match }] : [];
  });
}

/** Other ways to write this very line, which the network takes to the same telephone. */
const sameLine = new Set<MatchReason>([
  'equal',
  'outside-digit',
  'brazil-ninth-digit',
  'argentina-nine',
  'italy-zero',
  'san-marino-through-italy',
  'ivory-coast-old-number',
]);

const isThisLine = ({ reason }: Match): boolean => sameLine.has(reason);
