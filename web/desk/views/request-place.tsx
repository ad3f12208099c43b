import { api } from '../api.ts';
import { nobody, personPages } from '../caller.ts';
import { when } from '../format.ts';
import { keyed } from '../loaded.ts';
import { now } from '../now.ts';
import { words } from '../words.ts';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

const requests = keyed((number) => api.request(number));
const text = words.request;

/** One request on a page of its own. */
export const RequestPlace = ({ number }: { number: string }) => (
  <section class="place" aria-labelledby="request-heading">
    <h2 id="request-heading">{text.heading(number)}</h2>
    <RequestDetails number={number} />
  </section>
);

/** What is known of a request, with the ways to its person and its call; it may stand beside a list too. */
export function RequestDetails({ number }: { number: string }) {
  const { value, loading, trouble } = requests.of(number).value;
  const owner = value?.personId === nobody ? undefined : value?.personId;
  const person = owner === undefined ? undefined : personPages.of(owner).value.value?.person.name;
  return (
    <>
      {trouble !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(text.heading(number))}
          trouble={trouble}
          onRetry={() => void requests.reload(number)}
        />
      )}
      {value === undefined && loading && <Skeleton lines={4} />}
      {value !== undefined && (
        <>
          <p class="subject">{value.subject}</p>
          <dl class="facts">
            <Fact label={words.requests.status}>{words.statuses[value.status]}</Fact>
            <Fact label={words.requests.priority}>{words.priorities[value.priority]}</Fact>
            <Fact label={words.requests.who}>{value.assignedTo ?? words.requests.nobody}</Fact>
            {value.category !== undefined && <Fact label={text.category}>{value.category}</Fact>}
            <Fact label={text.opened}>{when(value.openedAt, now.value)}</Fact>
            <Fact label={text.updated}>{when(value.updatedAt, now.value)}</Fact>
            {owner !== undefined && (
              <Fact label={text.person}>
                <a href={`#/person/${encodeURIComponent(owner)}`}>{person ?? text.showPerson}</a>
              </Fact>
            )}
            {value.interactionId !== undefined && (
              <Fact label={text.call}>
                <a href={`#/call/${encodeURIComponent(value.interactionId)}`}>{text.showCall}</a>
              </Fact>
            )}
          </dl>
          <p class={value.description === undefined ? 'muted' : 'prose'}>{value.description ?? text.noDescription}</p>
        </>
      )}
    </>
  );
}

const Fact = ({ label, children }: { label: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
