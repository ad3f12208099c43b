import { blockBound, blockPartition, numberPartition, numberPrefix } from '../directory/number-keys.ts';
import { type CallerId, readCallerId, readingsOfCaller } from '../phone/caller-id.ts';
import type { FiledNumber } from '../phone/filing.ts';
import { better } from '../phone/judge.ts';
import { matchOf } from '../phone/match.ts';
import type { Asking, Tried } from './ladder.ts';
import type { CallerOutcome } from './outcome.ts';
import type { Answer } from './question.ts';
import type { Found } from './verdict.ts';

/**
 * The rung of the telephone number. One query finds everybody whose number may be the caller's; without an owner a
 * second one asks for the central number of the caller's block, or reads on where a crowd shares the last digits.
 */
export function* askTelephone(raw: string | null, lineRegion: string): Asking<Tried> {
  const callerId = readCallerId(raw, lineRegion);
  const readings = readingsOfCaller(callerId);
  const known = { readAs: readAs(callerId), outcome: outcomeFor(callerId) };
  const [first] = readings;
  if (!first) return { ...known, found: [], lookUps: 0 };
  const answer = yield { kind: 'numbers', partition: numberPartition(first) };
  const found = judged([answer], readings);
  if (found.some(({ match, person }) => match?.certainty === 'yes' && person.active) || first.kind !== 'line') {
    return { ...known, found, more: answer.more, lookUps: 1 };
  }
  const second = answer.more
    ? yield { kind: 'numbers', partition: numberPartition(first), from: numberPrefix(first) }
    : yield { kind: 'numbers', partition: blockPartition(first.e164), upTo: blockBound(first.e164) };
  return { ...known, found: judged([answer, second], readings), more: answer.more, lookUps: 2 };
}

/** Each person once, by the number of theirs that fits best; owners first. */
function judged(answers: Answer[], readings: FiledNumber[]): Found[] {
  const best = new Map<string, Found>();
  for (const { person, number } of answers.flatMap(({ people }) => people)) {
    const match = number && matchOf(number, readings);
    const before = best.get(person.id);
    if (match && better(before?.match, match) === match) best.set(person.id, { person, match });
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b));
}

const rank = ({ match }: Found): number => (match?.certainty === 'yes' ? 0 : 1);

const outcomeFor = ({ kind }: CallerId): CallerOutcome => (kind === 'number' ? 'unknown' : kind);

function readAs(callerId: CallerId): string {
  if (callerId.kind === 'unusable') return callerId.reason;
  if (callerId.kind === 'withheld') return 'withheld';
  const [first] = callerId.numbers;
  if (first?.kind === 'line')
    return first.extension === undefined ? first.e164 : `${first.e164};ext=${first.extension}`;
  if (first?.kind === 'address') return first.address;
  if (first) return first.kind === 'block' ? first.root : first.digits;
  return callerId.kind === 'short-code' ? 'service code' : 'no possible number';
}
