import type { CallExplanation } from '../../../domain/api.ts';
import { clockTime } from '../format.ts';
import type { Keyed } from '../loaded.ts';
import { hashOf } from '../route.ts';
import { callExplanations, clueExplanations } from '../why.ts';
import { words } from '../words.ts';
import { Ladder } from './ladder.tsx';
import { PhoneLink } from './phone-link.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { TryCaller } from './try-caller.tsx';

const text = words.why;

/** Why a call popped as it did. */
export const WhyPlace = ({ id }: { id: string }) => (
  <section class="place" aria-labelledby="why-heading">
    <div class="title">
      <h2 id="why-heading">{text.heading}</h2>
      <a href={hashOf({ page: 'call', id })}>{text.back}</a>
      <a href={hashOf({ page: 'explain', id: 'telephone=' })}>{text.tryLink}</a>
    </div>
    <p class="muted">{text.intro}</p>
    <Explained of={callExplanations} by={id} />
  </section>
);

/** Who would pop, for what is typed. */
export const ExplainPlace = ({ query }: { query: string }) => (
  <section class="place" aria-labelledby="why-heading">
    <h2 id="why-heading">{text.tryHeading}</h2>
    <p class="muted">{text.tryIntro}</p>
    <TryCaller query={query} />
    {!query.endsWith('=') && <Explained of={clueExplanations} by={query} />}
  </section>
);

function Explained({ of, by }: { of: Keyed<CallExplanation>; by: string }) {
  const { value, loading, trouble } = of.of(by).value;
  if (trouble !== undefined) {
    const what = words.trouble.notShown(text.reading);
    return <TroubleNote what={what} trouble={trouble} onRetry={() => void of.reload(by)} />;
  }
  if (value === undefined) return loading ? <Skeleton lines={4} /> : null;
  return (
    <>
      <dl class="facts">
        {value.number !== undefined && <Fact label={text.from} number={value.number} />}
        {value.dialled !== undefined && <Fact label={text.dialled} number={value.dialled} />}
      </dl>
      {value.lookUps.length === 0 && <p>{text.none}</p>}
      {value.lookUps.map((lookUp) => (
        <section key={lookUp.at} class="look-up">
          {of === callExplanations && (
            <h3>
              <time dateTime={lookUp.at}>{clockTime(lookUp.at)}</time>{' '}
              <bdi>{lookUp.keyed === undefined ? text.first : text.keyed(lookUp.keyed)}</bdi>
            </h3>
          )}
          <Ladder explanation={lookUp} />
        </section>
      ))}
      {value.choices.map(({ at, by: who, personName }) => (
        <p key={at}>
          <bdi>{text.chosen(who, personName, clockTime(at))}</bdi>
        </p>
      ))}
    </>
  );
}

const Fact = ({ label, number }: { label: string; number: Parameters<typeof PhoneLink>[0]['number'] }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <PhoneLink number={number} />
    </dd>
  </div>
);
