import type { ServiceRequest } from '../../../domain/directory/types.ts';
import { when } from '../format.ts';
import { now } from '../now.ts';
import { words } from '../words.ts';

interface Props {
  rows: ServiceRequest[];
  caption: string;
  none: string;
  /** Number of the request that stands open beside the list. */
  picked?: string;
}

/** Requests as rows; without any, the words for that. */
export function RequestsTable({ rows, caption, none, picked }: Props) {
  const head = words.requests;
  if (rows.length === 0) return <p class="muted">{none}</p>;
  return (
    <table class="rows">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head.number}</th>
          <th scope="col">{head.subject}</th>
          <th scope="col">{head.since}</th>
          <th scope="col">{head.priority}</th>
          <th scope="col" class="wide">
            {head.status}
          </th>
          <th scope="col" class="wide">
            {head.who}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} aria-current={row.number === picked ? 'true' : undefined}>
            <td class="time">
              <a href={`#/request/${encodeURIComponent(row.number)}`}>{row.number}</a>
            </td>
            <td class="long">
              <bdi class="text">{row.subject}</bdi>
            </td>
            <td class="time">{when(row.openedAt, now.value)}</td>
            <td class={row.priority === 'urgent' ? 'danger-text' : ''}>{words.priorities[row.priority]}</td>
            <td class="wide">{words.statuses[row.status]}</td>
            <td class="wide">{row.assignedTo ?? <span class="muted">{head.nobody}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
