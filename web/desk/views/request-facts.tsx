import type { RequestPage } from '../../../domain/api.ts';
import { nobody } from '../../../domain/directory/nobody.ts';
import { type RequestField, type RequestView, requestViews, shows } from '../../../domain/directory/request-views.ts';
import { when } from '../format.ts';
import { now } from '../now.ts';
import { words } from '../words.ts';

const text = words.request;

/** How each field is shown; fields that stand elsewhere, and empty ones that say nothing, have no line here. */
const lines: Partial<Record<RequestField, (request: RequestPage) => [string, preact.ComponentChildren] | undefined>> = {
  status: ({ status }) => [text.status, words.statuses[status]],
  priority: ({ priority }) => [
    text.priority,
    <span class={priority === 'urgent' ? 'danger-text' : ''}>{words.priorities[priority]}</span>,
  ],
  category: ({ category }) => (category === undefined ? undefined : [text.category, category]),
  requester: ({ personId, personName }) => [
    text.person,
    personId === nobody ? (
      text.noPerson
    ) : (
      <a href={`#/person/${encodeURIComponent(personId)}`}>
        <bdi>{personName ?? text.showPerson}</bdi>
      </a>
    ),
  ],
  assigned: ({ assignedTo }) => [text.assigned, assignedTo ?? text.nobody],
  opened: ({ openedAt }) => [text.opened, when(openedAt, now.value)],
  updated: ({ updatedAt }) => [text.updated, when(updatedAt, now.value)],
  call: ({ interactionId }) =>
    interactionId === undefined
      ? undefined
      : [text.call, <a href={`#/call/${encodeURIComponent(interactionId)}`}>{text.showCall}</a>],
};

/** The fields of a view, in its order. */
export const RequestFacts = ({ request, view }: { request: RequestPage; view: RequestView }) => (
  <>
    <p class="subject" dir="auto">
      {request.subject}
    </p>
    <dl class="facts">
      {requestViews[view].map((field) => {
        const line = lines[field]?.(request);
        return line === undefined ? null : (
          <div key={field}>
            <dt>{line[0]}</dt>
            <dd>{line[1]}</dd>
          </div>
        );
      })}
    </dl>
    {shows(view, 'description') && (
      <p class={request.description === undefined ? 'muted' : 'prose'} dir="auto">
        {request.description ?? text.noDescription}
      </p>
    )}
  </>
);
