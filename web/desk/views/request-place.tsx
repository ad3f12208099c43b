import { useEffect } from 'preact/hooks';
import { type RequestView, requestViews, shows } from '../../../domain/directory/request-views.ts';
import { requestDraft, requestPages } from '../request-edit.ts';
import { hashOf } from '../route.ts';
import { words } from '../words.ts';
import { RequestActions } from './request-actions.tsx';
import { RequestFacts } from './request-facts.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestNotes } from './request-notes.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.request;

/** One request on a page of its own, in one of the fixed views. */
export const RequestPlace = ({ number, view }: { number: string; view: RequestView }) => (
  <section class="place" aria-labelledby="request-heading">
    <div class="title">
      <h2 id="request-heading">
        <bdi>{text.heading(number)}</bdi>
      </h2>
      <nav aria-label={text.views} class="row">
        {(Object.keys(requestViews) as RequestView[]).map((name) => (
          <a
            key={name}
            href={hashOf({ page: 'request', id: number, view: name })}
            aria-current={name === view ? 'page' : undefined}
          >
            {text.viewNames[name]}
          </a>
        ))}
      </nav>
    </div>
    <RequestDetails number={number} view={view} />
  </section>
);

/** What a view shows of a request, with what can be done about it; it may stand beside a list too. */
export function RequestDetails({ number, view = 'phone-call' }: { number: string; view?: RequestView }) {
  const { value, loading, trouble } = requestPages.of(number).value;
  useEffect(() => {
    // Others work on it too: what was read earlier is shown at once, and read anew.
    if (requestPages.of(number).peek().value !== undefined) void requestPages.reload(number);
  }, [number]);
  if (value === undefined) {
    return trouble === undefined ? (
      loading ? (
        <Skeleton lines={4} />
      ) : null
    ) : (
      <TroubleNote
        what={words.trouble.notShown(text.heading(number))}
        trouble={trouble}
        onRetry={() => void requestPages.reload(number)}
      />
    );
  }
  // What the requester sees is for looking, not for working.
  const editable = view !== 'ess';
  return (
    <>
      {editable && requestDraft(number) !== undefined ? (
        <RequestForm request={value} />
      ) : (
        <>
          <RequestFacts request={value} view={view} />
          {editable && <RequestActions request={value} />}
        </>
      )}
      {shows(view, 'notes') && <RequestNotes request={value} />}
    </>
  );
}
