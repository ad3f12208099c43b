import { decides, givenWords, outcomeSentence, personWords, rungWords, verdictWords } from './explain-words.ts';
import type { Explanation } from './explanation.ts';

/**
 * An explanation as a picture for the terminal: rungs from top to bottom, the one that decided marked, people under it.
 * Outside text is stripped of everything that could move a cursor or hide text.
 */
export function explainLines(explanation: Explanation): string[] {
  const rungs = explanation.steps.flatMap((step) => [
    `${decides(step) ? '▶' : '·'} ${rungWords[step.rung].padEnd(12)} ${givenWords(step)}`,
    `│ ${''.padEnd(12)} ${verdictWords(step)}`,
    ...step.people.map(
      (person) => `│ ${''.padEnd(12)}   ${person.leftOut ? '–' : '•'} ${person.name}: ${personWords(person)}`,
    ),
  ]);
  return [...rungs, `└ ${outcomeSentence(explanation)}`].map(printable);
}

const steering = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

export const printable = (text: string): string => text.replace(steering, '');

/** JSON on one line that says the same and steers no terminal: it leaves C1 controls and direction marks as they are. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(steering, (character) =>
    character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
