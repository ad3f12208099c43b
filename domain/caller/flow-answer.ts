import type { CallerOutcome, FlowAnswer } from './outcome.ts';
import type { Verdict } from './verdict.ts';

/** Words that stand where a name would: on the agent's screen, and in what the agent's whisper says. */
const inPlaceOfName: Record<CallerOutcome, { shown: string; spoken: string }> = {
  'one-person': { shown: 'Unnamed person', spoken: 'a known caller' },
  'several-people': { shown: 'Several people', spoken: 'one of several people' },
  candidates: { shown: 'To be confirmed', spoken: 'a caller to be confirmed' },
  unknown: { shown: 'Unknown caller', spoken: 'an unknown caller' },
  withheld: { shown: 'Number withheld', spoken: 'a withheld number' },
  'short-code': { shown: 'Short number', spoken: 'a short number' },
  sip: { shown: 'Internet caller', spoken: 'an internet caller' },
  unusable: { shown: 'Unusable number', spoken: 'an unusable number' },
  'not-identified': { shown: 'Not identified', spoken: 'a caller who could not be looked up' },
};

/** What of a verdict the flow is told. */
export type Told = Pick<Verdict, 'outcome' | 'person' | 'request' | 'steps'>;

/** Longer names are cut: all attributes of a contact together may have 32 KB. */
const longestName = 200;

/** The flat map of non-empty strings that the flow stores as contact attributes. */
export function flowAnswer(interactionId: string, { outcome, person, request, steps }: Told): FlowAnswer {
  const words = inPlaceOfName[outcome];
  const name = person?.name
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longestName)
    .replace(/\p{Cs}/gu, ' ');
  const keyedFound = steps.some(({ rung, verdict }) => rung !== 'telephone' && verdict === 'found');
  return {
    outcome,
    personId: person?.id ?? 'none',
    personName: name || words.shown,
    spokenName: name || words.spoken,
    requestNumber: request?.number ?? 'none',
    keyedFound: keyedFound ? 'yes' : 'no',
    interactionId,
  };
}
