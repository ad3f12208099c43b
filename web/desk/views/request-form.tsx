import type { RequestPage } from '../../../domain/api.ts';
import { statusAfter } from '../../../domain/directory/request-status.ts';
import {
  changeDraft,
  type EditField,
  endEdit,
  heldIn,
  requestDraft,
  saveEdit,
  saving,
  troubles,
} from '../request-edit.ts';
import { words } from '../words.ts';
import { FindPerson } from './find-person.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.request;

/** The fields of a request, each with what it holds now where somebody else has changed it meanwhile. */
export function RequestForm({ request }: { request: RequestPage }) {
  const { number } = request;
  const drafted = requestDraft(number) ?? {};
  const trouble = troubles.value[number];
  const busy = saving.value === number;
  const value = (field: EditField) => drafted[field] ?? heldIn(request, field);
  const onInput = (field: EditField) => (event: { currentTarget: { value: string } }) =>
    changeDraft(number, { [field]: event.currentTarget.value });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) void saveEdit(number);
  };
  const Newer = ({ field }: { field: EditField }) =>
    trouble?.kind === 'conflict' && drafted[field] !== undefined && drafted[field] !== heldIn(request, field) ? (
      <span class="muted newer">
        {text.newer} <bdi>{heldIn(request, field) || '–'}</bdi>
      </span>
    ) : null;
  return (
    <form onSubmit={onSubmit} class="edit-request">
      <label class="field">
        {text.subject}
        <input required maxLength={200} autocomplete="off" value={value('subject')} onInput={onInput('subject')} />
        <Newer field="subject" />
      </label>
      <div class="row">
        <label class="field">
          {text.status}
          <select value={value('status')} onChange={onInput('status')}>
            {[request.status, ...statusAfter[request.status]].map((status) => (
              <option key={status} value={status}>
                {words.statuses[status]}
              </option>
            ))}
          </select>
          <Newer field="status" />
        </label>
        <label class="field">
          {text.priority}
          <select value={value('priority')} onChange={onInput('priority')}>
            {Object.entries(words.priorities).map(([key, word]) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
          </select>
          <Newer field="priority" />
        </label>
        <label class="field grow">
          {text.category}
          <input maxLength={100} autocomplete="off" value={value('category')} onInput={onInput('category')} />
          <Newer field="category" />
        </label>
        <label class="field grow">
          {text.assigned}
          <input maxLength={100} autocomplete="off" value={value('assignedTo')} onInput={onInput('assignedTo')} />
          <Newer field="assignedTo" />
        </label>
      </div>
      <label class="field">
        {text.description}
        <textarea rows={4} maxLength={10_000} value={value('description')} onInput={onInput('description')} />
        <Newer field="description" />
      </label>
      <p>
        {text.person}: <bdi>{drafted.personName ?? request.personName ?? text.noPerson}</bdi>
      </p>
      <FindPerson
        label={text.findPerson}
        onChoose={({ id, name }) => changeDraft(number, { personId: id, personName: name })}
      />
      {trouble !== undefined && <TroubleNote what={words.trouble.notSaved} trouble={trouble} />}
      {trouble?.kind === 'conflict' && <p>{text.conflict}</p>}
      <div class="row">
        <button type="submit" class="primary" disabled={busy}>
          {busy ? text.saving : text.save}
        </button>
        <button type="button" onClick={() => endEdit(number)}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}
