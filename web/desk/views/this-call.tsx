import { useSignal } from '@preact/signals';
import type { InteractionPage } from '../../../domain/api.ts';
import { interactionPages } from '../calls.ts';
import { clockTime } from '../format.ts';
import { hashOf } from '../route.ts';
import { timeline } from '../timeline.ts';
import { isSupervisor } from '../why.ts';
import { words } from '../words.ts';
import { Notes } from './notes.tsx';
import { PhoneLink } from './phone-link.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.thisCall;

function CopyId({ id }: { id: string }) {
  const copied = useSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      copied.value = true;
    } catch {
      // The browser may refuse; the id stands there to be selected.
    }
  };
  return (
    <dd class="id">
      <code>{id}</code>
      <button type="button" class="quiet" onClick={copy}>
        {copied.value ? text.copied : text.copy}
      </button>
    </dd>
  );
}

/** A call out that went against the rules says so. */
function Permit({ permit: { kind, by, reason = '' } }: { permit: NonNullable<InteractionPage['permit']> }) {
  if (kind === 'permitted') return null;
  return (
    <p class="danger-text">{kind === 'overridden' ? text.permits.overridden(by, reason) : text.permits.violation}</p>
  );
}

const Record = ({ record }: { record: InteractionPage }) => (
  <>
    <h3>{text.timeline}</h3>
    <ol class="timeline">
      {timeline(record).map((moment) => (
        <li key={`${moment.at} ${moment.text}`} class={moment.state ? 'state-step' : ''}>
          <time class="time" dateTime={moment.at}>
            {clockTime(moment.at)}
          </time>
          {moment.text}
        </li>
      ))}
    </ol>
  </>
);

/** The right column: the record of this call, what happened in it, and the notes. */
export function ThisCall({ id, live }: { id: string; live: boolean }) {
  const { value, loading, trouble } = interactionPages.of(id).value;
  const begins = live && trouble?.kind === 'not-found';
  return (
    <aside class="this-call" aria-labelledby="call-heading">
      <h2 id="call-heading">{live ? text.heading : text.pastHeading}</h2>
      <dl class="facts">
        {value !== undefined && (
          <div>
            <dt>{text.state}</dt>
            <dd>
              {words.states[value.state]}
              {value.outcome !== undefined &&
                value.outcome !== 'Abandoned' &&
                `, ${words.interactionOutcomes[value.outcome]}`}
            </dd>
          </div>
        )}
        {value?.agentName !== undefined && (
          <div>
            <dt>{text.agent}</dt>
            <dd>{value.agentName}</dd>
          </div>
        )}
        {value?.queueName !== undefined && (
          <div>
            <dt>{text.queue}</dt>
            <dd>{value.queueName}</dd>
          </div>
        )}
        {value?.caller.number !== undefined && (
          <div>
            <dt>{words.call.from}</dt>
            <dd>
              <PhoneLink number={value.caller.number} />
            </dd>
          </div>
        )}
        {value?.dialled !== undefined && (
          <div>
            <dt>{words.call.to}</dt>
            <dd>
              <PhoneLink number={value.dialled} />
            </dd>
          </div>
        )}
        <div>
          <dt>{text.id}</dt>
          <CopyId id={id} />
        </div>
      </dl>
      {isSupervisor.value && value !== undefined && (
        <p>
          <a href={hashOf({ page: 'why', id })}>{words.why.link}</a>
        </p>
      )}
      {value?.permit !== undefined && <Permit permit={value.permit} />}
      {begins && <p class="muted">{text.notYet}</p>}
      {trouble !== undefined && !begins && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.call)}
          trouble={trouble}
          onRetry={() => void interactionPages.reload(id)}
        />
      )}
      {value === undefined && loading && <Skeleton lines={4} />}
      {value !== undefined && <Record record={value} />}
      <Notes interactionId={id} notes={value?.notes ?? []} />
    </aside>
  );
}
