import { useSignal } from '@preact/signals';
import type { PersonPage } from '../../../domain/api.ts';
import type { ServiceRequest } from '../../../domain/directory/types.ts';
import { api } from '../api.ts';
import { personPages } from '../caller.ts';
import { interactionsOfPerson } from '../calls.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { CallRows } from './calls-table.tsx';
import { NamedRequest } from './named-request.tsx';
import { NewRequestForm } from './new-request-form.tsx';
import { PersonHead } from './person-head.tsx';
import { RequestDetails } from './request-place.tsx';
import { RequestsTable } from './requests-table.tsx';
import { Skeleton } from './skeleton.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { TroubleNote } from './trouble-note.tsx';

function Previous({ id, page, picked }: { id: string; page: PersonPage; picked?: string }) {
  const asking = useSignal(false);
  const { next } = page;
  const more = async () => {
    asking.value = true;
    const result = await api.person(id, next);
    asking.value = false;
    if (!result.ok) return;
    const { previous, next: after } = result.value;
    personPages.change(id, (known) => ({ ...known, previous: [...known.previous, ...previous], next: after }));
  };
  return (
    <>
      <RequestsTable
        rows={page.previous}
        caption={words.tabs.previous}
        none={words.requests.nonePrevious}
        picked={picked}
      />
      {next !== undefined && (
        <button type="button" disabled={asking.value} onClick={more}>
          {words.requests.more}
        </button>
      )}
    </>
  );
}

function Interactions({ id }: { id: string }) {
  const { value, loading, trouble } = interactionsOfPerson.of(id).value;
  if (trouble !== undefined) {
    return (
      <TroubleNote
        what={words.trouble.notShown(words.trouble.reading.calls)}
        trouble={trouble}
        onRetry={() => void interactionsOfPerson.reload(id)}
      />
    );
  }
  if (value === undefined) return loading ? <Skeleton lines={4} /> : null;
  if (value.interactions.length === 0) return <p class="muted">{words.calls.nonePerson}</p>;
  return <CallRows rows={value.interactions} caption={words.tabs.interactions} />;
}

interface Props {
  id: string;
  /** Shown until the directory has answered. */
  name?: string;
  /** The call in which they are shown. */
  interactionId?: string;
  /** The request that the caller named: it stands open when it is one of theirs. */
  requestNumber?: string;
  /** The form of a new request stands open. */
  requestReady?: boolean;
  /** All that is known of them, not only what a call needs. */
  all?: boolean;
  /** Further tabs, e.g. the folded right column. */
  moreTabs?: Tab[];
  children?: preact.ComponentChildren;
}

/** A person with requests and calls, and a new request for them. */
export function Person(props: Props) {
  const { id, name, interactionId, requestNumber, requestReady, all, moreTabs = [], children } = props;
  const { value, trouble } = personPages.of(id).value;
  const shown = value?.person.name ?? name ?? '\u00a0';
  const has = (list?: ServiceRequest[]) => list?.some(({ number }) => number === requestNumber) === true;
  const place = has(value?.open) ? 'open' : has(value?.previous) ? 'previous' : undefined;
  const tabs: Tab[] = [
    {
      id: 'open',
      label: words.tabs.open,
      count: value?.open.length,
      view: () =>
        value === undefined ? (
          trouble === undefined && <Skeleton lines={4} />
        ) : (
          <RequestsTable
            rows={value.open}
            caption={words.tabs.open}
            none={words.requests.noneOpen}
            picked={requestNumber}
          />
        ),
    },
    {
      id: 'previous',
      label: words.tabs.previous,
      view: () =>
        value === undefined ? <Skeleton lines={4} /> : <Previous id={id} page={value} picked={requestNumber} />,
    },
    { id: 'interactions', label: words.tabs.interactions, view: () => <Interactions id={id} /> },
    ...moreTabs,
  ];
  return (
    <>
      <PersonHead name={shown} person={value?.person} all={all}>
        {children}
      </PersonHead>
      {trouble !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.person)}
          trouble={trouble}
          onRetry={() => void personPages.reload(id)}
        />
      )}
      {value !== undefined && place === undefined && interactionId !== undefined && (
        <NamedRequest interactionId={interactionId} />
      )}
      <Tabs label={plain(shown)} tabs={tabs} first={place} />
      {place !== undefined && requestNumber !== undefined && (
        <section class="picked" aria-label={words.request.heading(requestNumber)}>
          <h3>
            <a href={`#/request/${encodeURIComponent(requestNumber)}`}>{words.request.heading(requestNumber)}</a>
          </h3>
          <RequestDetails number={requestNumber} />
        </section>
      )}
      <NewRequestForm
        personId={id}
        name={plain(value?.person.name ?? name ?? '') || undefined}
        interactionId={interactionId}
        ready={requestReady}
      />
    </>
  );
}
