import {
  decides,
  givenWords,
  outcomeSentence,
  personWords,
  rungWords,
  verdictWords,
} from '../../../domain/caller/explain-words.ts';
import type { Explanation, Step } from '../../../domain/caller/explanation.ts';
import { words } from '../words.ts';

/** A climb of the caller ladder, drawn: rungs from top to bottom, the one that decided marked. */
export const Ladder = ({ explanation }: { explanation: Explanation }) => (
  <>
    {explanation.steps.length === 0 ? (
      <p class="muted">{words.why.noSteps}</p>
    ) : (
      <ol class="ladder">
        {explanation.steps.map((step) => (
          <Rung key={step.rung} step={step} />
        ))}
      </ol>
    )}
    <p class="outcome">
      <bdi>{outcomeSentence(explanation)}</bdi>
    </p>
  </>
);

const Rung = ({ step }: { step: Step }) => (
  <li class={decides(step) ? 'decides' : ''} aria-current={decides(step) ? 'step' : undefined}>
    <p>
      <strong>{rungWords[step.rung]}</strong> <bdi>{givenWords(step)}</bdi>
    </p>
    <p class="muted">{verdictWords(step)}</p>
    {step.people.length > 0 && (
      <ul>
        {step.people.map((person) => (
          <li key={person.id} class={person.leftOut ? 'muted' : ''}>
            <a href={`#/person/${encodeURIComponent(person.id)}`}>
              <bdi>{person.name}</bdi>
            </a>{' '}
            {personWords(person)}
          </li>
        ))}
      </ul>
    )}
  </li>
);
