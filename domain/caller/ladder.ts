import { folded } from '../directory/fold.ts';
import type { IdentifierKind } from '../directory/keys.ts';
import { nobody } from '../directory/nobody.ts';
import type { Person, ServiceRequest } from '../directory/types.ts';
import type { Clues, Rung } from './clues.ts';
import { rungs } from './clues.ts';
import type { Step, StepPerson } from './explanation.ts';
import type { CallerOutcome } from './outcome.ts';
import type { Answer, Question } from './question.ts';
import { askTelephone } from './telephone.ts';
import type { Found, LadderSettings, Verdict } from './verdict.ts';

/** What one rung came to; `outcome` is what the call is when no rung finds anybody. */
export interface Tried {
  readAs?: string;
  /** Everybody the directory named; who of them counts is decided for all rungs alike. */
  found: Found[];
  more?: boolean;
  request?: ServiceRequest;
  outcome?: CallerOutcome;
  lookUps: number;
}

/** A rung asks the directory by yielding questions, so that what decides stays free of any store. */
export type Asking<T> = Generator<Question, T, Answer>;

/**
 * The caller ladder: from what is known of a call to who it is, rung by rung, the first that finds somebody decides.
 * People who are not active, or of an organisation that agents may not select, are left out and named in the steps.
 *
 * Yields what it must ask; the driver hands in each answer (lambdas/shared/find-caller.ts). Never throws for what the
 * clues hold: they are foreign text.
 */
export function* climb(clues: Clues, settings: LadderSettings): Asking<Verdict> {
  const steps: Step[] = [];
  let request: ServiceRequest | undefined;
  let outcome: CallerOutcome = 'unknown';
  for (const rung of rungs) {
    const given = givenOn(rung, clues);
    if (given === undefined) continue;
    const tried = yield* ask(rung, given, clues, settings);
    const counted = tried.found.map((one) => ({ ...one, leftOut: leftOut(one.person, settings) }));
    const people = onlySure(counted.filter((one) => one.leftOut === undefined));
    const foreign = counted.some((one) => one.leftOut === 'other-organisation');
    if (tried.request && !foreign) request ??= tried.request;
    const named = outcomeOf(people) ?? tried.outcome ?? 'unknown';
    steps.push({
      rung,
      ...(given !== null && { given: shortened(given) }),
      ...(tried.readAs !== undefined && { readAs: shortened(tried.readAs) }),
      verdict: people.length > 0 ? (named === 'candidates' ? 'candidates' : 'found') : emptyVerdict(tried),
      people: counted.slice(0, mostNamed).map(stepPerson),
      lookUps: tried.lookUps,
    });
    if (people.length > 0) {
      const [only] = people;
      const person = named === 'one-person' ? only?.person : undefined;
      const found = people.map(({ person: one, match }) => ({ person: one, match }));
      return { outcome: named, person, people: found, more: tried.more ?? false, request, steps };
    }
    outcome = named;
  }
  return { outcome, people: [], more: false, request, steps };
}

const mostNamed = 10;
const longestShown = 60;

function givenOn(rung: Rung, clues: Clues): string | null | undefined {
  if (rung === 'telephone') return clues.telephone;
  const given = { request: clues.request, 'employee-id': clues.employeeId, 'support-id': clues.supportId };
  const others = { name: clues.name ?? clues.userName, email: clues.email };
  const text = { ...given, ...others }[rung];
  return text === undefined || folded(text) === '' ? undefined : text;
}

function* ask(rung: Rung, given: string | null, clues: Clues, settings: LadderSettings): Asking<Tried> {
  switch (rung) {
    case 'request':
      return yield* askRequest(given ?? '');
    case 'name':
      return yield* askName(clues);
    case 'telephone':
      return yield* askTelephone(given, settings.lineRegion);
    default:
      return yield* askIdentifier(rung, given ?? '');
  }
}

/** Letters are left out on a keypad, and typed in any case. */
const canonicalRequest = (given: string): string =>
  given
    .trim()
    .replace(/^(?:rq[\s-]?)?(\d+)$/i, 'RQ-$1')
    .toUpperCase();

function* askRequest(given: string): Asking<Tried> {
  const number = canonicalRequest(given);
  const { request } = yield { kind: 'request', number };
  if (!request) return { readAs: number, found: [], lookUps: 1 };
  if (request.personId === nobody) return { readAs: number, found: [], request, lookUps: 1 };
  const { people } = yield { kind: 'person', id: request.personId };
  return { readAs: number, found: people.map(({ person }) => ({ person })), request, lookUps: 2 };
}

function* askIdentifier(of: IdentifierKind, value: string): Asking<Tried> {
  const { people, more } = yield { kind: 'identifier', of, value };
  return { found: distinct(people.map(({ person }) => ({ person }))), more, lookUps: 1 };
}

/** Phone systems put login names where a name belongs, so a name that nobody has is tried as a user name. */
function* askName({ name, userName }: Clues): Asking<Tried> {
  const byName = name === undefined ? undefined : yield* askIdentifier('name', name);
  if (byName && byName.found.length > 0) return byName;
  const byUserName = yield* askIdentifier('user-name', userName ?? name ?? '');
  return { ...byUserName, lookUps: byUserName.lookUps + (byName?.lookUps ?? 0) };
}

export function distinct(found: Found[]): Found[] {
  return [...new Map(found.map((one) => [one.person.id, one])).values()];
}

function leftOut(person: Person, { organisations }: LadderSettings): StepPerson['leftOut'] {
  if (!person.active) return 'inactive';
  return organisations && !organisations.includes(person.organisation ?? '') ? 'other-organisation' : undefined;
}

const isSure = ({ match }: Found): boolean => match?.certainty !== 'candidate';

/** Beside an owner of the line, those who may be meant are not offered. */
const onlySure = <T extends Found>(people: T[]): T[] => (people.some(isSure) ? people.filter(isSure) : people);

function outcomeOf(people: Found[]): CallerOutcome | undefined {
  const [first] = people;
  if (!first) return undefined;
  if (!isSure(first)) return 'candidates';
  return people.length === 1 ? 'one-person' : 'several-people';
}

const emptyVerdict = (tried: Tried): Step['verdict'] =>
  tried.request ? 'found' : tried.lookUps === 0 ? 'not-looked-up' : 'nobody';

function stepPerson({ person, match, leftOut }: Found & Pick<StepPerson, 'leftOut'>): StepPerson {
  return { id: person.id, name: shortened(person.name), ...(match && { match }), ...(leftOut && { leftOut }) };
}

/** Cut between characters: half of one cannot be stored. */
const shortened = (text: string): string =>
  (text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text).replace(/\p{Cs}/gu, '\ufffd');
