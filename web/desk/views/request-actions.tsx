import type { RequestPage } from '../../../domain/api.ts';
import { isOpen } from '../../../domain/directory/request-status.ts';
import { changeRequest, saving, startEdit, troubles } from '../request-edit.ts';
import { session } from '../session.ts';
import { words } from '../words.ts';
import { TroubleNote } from './trouble-note.tsx';

const text = words.request;

/** What is done with a request by one press. */
export function RequestActions({ request: { number, status, assignedTo } }: { request: RequestPage }) {
  const current = session.value;
  const me = current.state === 'signed-in' ? current.me.username : undefined;
  const trouble = troubles.value[number];
  const busy = saving.value === number;
  const change = (edit: Parameters<typeof changeRequest>[1]) => () => void changeRequest(number, edit);
  return (
    <>
      <div class="row">
        {isOpen({ status }) && (
          <button type="button" class="primary" disabled={busy} onClick={change({ status: 'resolved' })}>
            {text.resolve}
          </button>
        )}
        {isOpen({ status }) && me !== undefined && assignedTo !== me && (
          <button type="button" disabled={busy} onClick={change({ assignedTo: me })}>
            {text.take}
          </button>
        )}
        {status === 'resolved' && (
          <button type="button" disabled={busy} onClick={change({ status: 'closed' })}>
            {text.close}
          </button>
        )}
        {!isOpen({ status }) && (
          <button type="button" disabled={busy} onClick={change({ status: 'open' })}>
            {text.reopen}
          </button>
        )}
        <button type="button" onClick={() => startEdit(number)}>
          {text.edit}
        </button>
      </div>
      {trouble !== undefined && <TroubleNote what={words.trouble.notSaved} trouble={trouble} />}
    </>
  );
}
