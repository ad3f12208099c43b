import { readFileSync } from 'node:fs';
import { matchNumbers } from '../../../domain/phone/match.ts';

/** One row of test/cases/phone-matching.tsv, unescaped. */
export interface MatchRow {
  id: string;
  lineRegion: string;
  contactRegion: string;
  /** One value for each owner or field. */
  stored: string[];
  callerId: string;
  expect: 'yes' | 'candidate' | 'no' | 'nolookup';
  shared: boolean;
  rationale: string;
}

const unescaped = (text: string): string =>
  text === '(empty)'
    ? ''
    : text === '(one space)'
      ? ' '
      : text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export function matchRows(): MatchRow[] {
  const [header = '', ...lines] = readFileSync('test/cases/phone-matching.tsv', 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    return {
      id: cell('id'),
      lineRegion: cell('line_region'),
      contactRegion: cell('contact_region'),
      stored: cell('stored').split(' || ').map(unescaped),
      callerId: unescaped(cell('caller_id')),
      expect: cell('expect') as MatchRow['expect'],
      shared: cell('ambiguity') === 'shared',
      rationale: cell('rationale'),
    };
  });
}

/** The best answer over the row's values, as the table asks for it. */
export function answerOf({ stored, contactRegion, callerId, lineRegion }: MatchRow): MatchRow['expect'] {
  const answers = stored.map((value) => matchNumbers(value, contactRegion, callerId, lineRegion));
  return (['nolookup', 'yes', 'candidate', 'no'] as const).find((answer) => answers.includes(answer)) ?? 'no';
}
