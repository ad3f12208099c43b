import type { InteractionRow } from '../../../domain/api.ts';
import { callLists, dayTotals, otherNumber } from '../calls.ts';
import { duration, when } from '../format.ts';
import { now } from '../now.ts';
import { setPresence } from '../phone/act.ts';
import { phone } from '../phone/phone.ts';
import { wayBack } from '../phone/recover.ts';
import { words } from '../words.ts';
import { callerOfRow } from './calls-table.tsx';
import { DialForm } from './dial-form.tsx';
import { PhoneLink } from './phone-link.tsx';
import { Skeleton } from './skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';

/** An error state without a contact to clear: what it means, and one button to go on. */
function Stuck() {
  const { agent } = phone.value;
  const back = agent && wayBack(agent);
  if (agent === undefined || back === undefined) return null;
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{words.presence(agent.presence.name)}.</strong> {words.idle.stuck}
      </p>
      <button type="button" class="primary" onClick={() => void setPresence(back)}>
        {words.idle.back(words.presence(back))}
      </button>
    </div>
  );
}

/** Somebody without a name is told by the number. */
function OtherNumber({ row }: { row: InteractionRow }) {
  const number = otherNumber(row);
  return row.caller.personName === undefined && number !== undefined ? <PhoneLink number={number} /> : null;
}

/** No call: today in one line, and my recent calls. */
export function IdleCard({ inConnect }: { inConnect: boolean }) {
  const { value, loading, trouble } = callLists.of('mine').value;
  const rows = value?.interactions ?? [];
  const { calls, ms } = dayTotals(rows, now.value);
  return (
    <div class="card">
      {!inConnect && (
        <div class="trouble" role="alert">
          <p>
            <strong>{words.session.notInConnect.what}.</strong> {words.session.notInConnect.why}{' '}
            {words.session.notInConnect.fix}
          </p>
        </div>
      )}
      <Stuck />
      <DialForm />
      {value !== undefined && <p class="muted">{words.idle.today(calls, duration(ms))}</p>}
      {value === undefined && loading && <Skeleton lines={5} />}
      {trouble !== undefined && (
        <TroubleNote
          what={words.trouble.notShown(words.trouble.reading.calls)}
          trouble={trouble}
          onRetry={() => void callLists.reload('mine')}
        />
      )}
      {rows.length > 0 && (
        <>
          <h2>{words.idle.recent}</h2>
          <ul class="recent">
            {rows.slice(0, 12).map((row) => (
              <li key={row.id}>
                <a href={`#/call/${encodeURIComponent(row.id)}`}>
                  <bdi class="name">{callerOfRow(row)}</bdi>
                  <span class="time muted">{when(row.startedAt, now.value)}</span>
                </a>
                <OtherNumber row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
