/** The answer to 'why did it pop?' in words; one file for the terminal and the page, and no imports, to stay small there. */
import type { MatchReason } from '../phone/filing.ts';
import type { Rung } from './clues.ts';
import type { Explanation, Step, StepPerson } from './explanation.ts';

export const rungWords: Record<Rung, string> = {
  request: 'Request',
  'employee-id': 'Employee ID',
  'support-id': 'Support ID',
  name: 'Name',
  email: 'Email',
  telephone: 'Telephone',
};

const reasons: Record<MatchReason, string> = {
  equal: 'the same number',
  'extension-on-one-side': 'the same number, but only one side has an extension',
  'block-of-central-number': 'a direct extension behind this central number',
  'within-range': 'within a stored range',
  'area-code-missing': 'the same ending, the area code is missing on one side',
  'outside-digit': 'the same number behind an outside digit',
  'brazil-ninth-digit': 'the same but for the ninth digit of Brazilian mobiles',
  'argentina-nine': 'the same but for the 9 of Argentine mobiles',
  'italy-zero': 'the same but for the zero of Italian landlines',
  'san-marino-through-italy': 'San Marino, reached through Italy',
  'ivory-coast-old-number': 'an old Ivorian number of eight digits',
};

const readings: Record<string, string> = {
  withheld: 'withheld',
  filler: 'filler that identifies nobody',
  malformed: 'not one number as a whole',
  'service code': 'an emergency or service number, which is nobody’s own',
  'no possible number': 'no number that can exist',
};

const leftOut: Record<NonNullable<StepPerson['leftOut']>, string> = {
  inactive: 'left out: not active',
  'other-organisation': 'left out: of an organisation that this desk does not serve',
};

/** What was given, and what it was read as where that differs. */
export function givenWords({ given, readAs }: Step): string {
  const shown = given === undefined ? 'nothing was sent' : `“${given}”`;
  return readAs === undefined || readAs === given ? shown : `${shown}, read as ${readings[readAs] ?? readAs}`;
}

export function verdictWords({ verdict, people, lookUps }: Step): string {
  const asked = `${lookUps} look-up${lookUps === 1 ? '' : 's'}`;
  const counted = people.filter((person) => person.leftOut === undefined).length;
  switch (verdict) {
    case 'found':
      return `${counted === 0 ? 'the request was found, and leads to nobody' : counted === 1 ? 'found' : 'several'}; ${asked}`;
    case 'candidates':
      return `only candidates; ${asked}`;
    case 'nobody':
      return `nobody; ${asked}`;
    case 'not-looked-up':
      return 'not looked up';
  }
}

/** Why this person stands there, or does not count. */
export function personWords({ match, leftOut: why }: StepPerson): string {
  const how = match === undefined ? 'has it' : reasons[match.reason];
  const sure = match?.certainty === 'candidate' ? `unconfirmed: ${how}` : how;
  return why === undefined ? sure : `${sure}; ${leftOut[why]}`;
}

/** The step that decided: the last one, unless nobody was found. */
export const decides = (step: Step): boolean =>
  (step.verdict === 'found' || step.verdict === 'candidates') && step.people.some((person) => !person.leftOut);

/** One sentence that says who pops and why. */
export function outcomeSentence({ outcome, steps }: Explanation): string {
  const step = steps.findLast(decides);
  const people = step?.people.filter((person) => !person.leftOut) ?? [];
  const [only] = people;
  if (step === undefined || only === undefined) return nobodyPops[outcome] ?? 'Nobody pops.';
  const by = `${rungWords[step.rung].toLowerCase()} ${step.given ?? ''}`.trim();
  switch (outcome) {
    case 'one-person':
      return `Pops: ${only.name}, by ${by}: ${personWords(only)}.`;
    case 'several-people':
      return `Offers ${people.length} people who share ${by}; the agent chooses.`;
    default:
      return `Offers ${people.length === 1 ? 'one candidate' : `${people.length} candidates`} for ${by}, unconfirmed; selects nobody.`;
  }
}

const nobodyPops: Partial<Record<Explanation['outcome'], string>> = {
  unknown: 'Nobody pops: nobody has it. The form for a new caller keeps the number.',
  withheld: 'Nobody pops: the number was withheld.',
  'short-code': 'Nobody pops: a short number that nobody has.',
  sip: 'Nobody pops: an internet address that nobody has.',
  unusable: 'Nobody pops: what was delivered identifies nobody.',
  'not-identified': 'Nobody pops: the look-up failed.',
};
