import type { InteractionRow } from '../../../domain/api.ts';
import { callLists, otherNumber, today } from '../calls.ts';
import { duration, when } from '../format.ts';
import { now } from '../now.ts';
import { words } from '../words.ts';
import { PhoneLink } from './phone-link.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

/** The caller in a list: the name, else why there is none; the number stands beside it. */
export const callerOfRow = ({ caller }: InteractionRow): string =>
  caller.personName ?? words.callers[caller.outcome ?? 'not-identified'];

const length = (row: InteractionRow, at: number) =>
  duration((row.endedAt === undefined ? at : Date.parse(row.endedAt)) - Date.parse(row.startedAt));

function numberOf(row: InteractionRow) {
  const number = otherNumber(row);
  return number && <PhoneLink number={number} />;
}

/** Rows of calls, newest first. */
export function CallRows({ rows, caption }: { rows: InteractionRow[]; caption: string }) {
  const head = words.calls;
  return (
    <table class="rows">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head.time}</th>
          <th scope="col">{head.caller}</th>
          <th scope="col">{head.number}</th>
          <th scope="col">{head.state}</th>
          <th scope="col" class="wide">
            {head.queue}
          </th>
          <th scope="col" class="wide">
            {head.agent}
          </th>
          <th scope="col" class="right">
            {head.length}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td class="time">{when(row.startedAt, now.value)}</td>
            <td>
              <a class="name" href={`#/call/${encodeURIComponent(row.id)}`}>
                <bdi>{callerOfRow(row)}</bdi>
              </a>
              {row.direction === 'outbound' && <span class="mark plain">{head.out}</span>}
            </td>
            <td>{numberOf(row)}</td>
            <td class={row.state === 'Closed Abandoned' ? 'danger-text' : ''}>
              {row.outcome === undefined ? words.states[row.state] : words.interactionOutcomes[row.outcome]}
            </td>
            <td class="wide">{row.queueName}</td>
            <td class="wide">{row.agentName}</td>
            <td class="time right">{length(row, now.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The desk's calls of today. */
export function CallsTable() {
  const day = today(now.value);
  const { value, loading, trouble } = callLists.of(day).value;
  return (
    <section class="place" aria-labelledby="calls-heading">
      <h2 id="calls-heading">{words.calls.heading}</h2>
      {trouble !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.calls)}
          trouble={trouble}
          onRetry={() => void callLists.reload(day)}
        />
      )}
      {value === undefined && loading && <Skeleton lines={8} />}
      {value !== undefined && value.interactions.length === 0 && <p class="muted">{words.calls.none}</p>}
      {value !== undefined && value.interactions.length > 0 && (
        <CallRows rows={value.interactions} caption={words.calls.heading} />
      )}
    </section>
  );
}
