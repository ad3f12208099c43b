import { useSignal } from '@preact/signals';
import type { RequestPage } from '../../../domain/api.ts';
import type { Trouble } from '../api.ts';
import { draft, write } from '../drafts.ts';
import { addRequestNote } from '../request-edit.ts';
import { words } from '../words.ts';
import { NoteList } from './note-list.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.request;

/** What agents noted on a request, and room for one more; what is typed stays until the desk has it. */
export function RequestNotes({ request: { number, notes } }: { request: RequestPage }) {
  const place = `request-note.${number}`;
  const typed = draft(place).value;
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | undefined>(undefined);
  const save = async () => {
    if (busy.value || typed.trim() === '') return;
    busy.value = true;
    trouble.value = await addRequestNote(number, { text: typed.trim() });
    busy.value = false;
    if (trouble.value === undefined && draft(place).value === typed) write(place, '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <section class="notes" aria-label={text.notesOf(number)}>
      <h3>{text.notes}</h3>
      <NoteList notes={notes} none={text.noNotes} />
      <label class="field">
        {text.writeNote}
        <textarea
          rows={3}
          maxLength={10_000}
          value={typed}
          onInput={(event) => write(place, event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div class="row">
        <p class="muted grow">{text.noteHint}</p>
        <button type="button" disabled={busy.value || typed.trim() === ''} onClick={() => void save()}>
          {text.saveNote}
        </button>
      </div>
      {trouble.value !== undefined && (
        <TroubleNote what={words.trouble.notSaved} trouble={trouble.value} onRetry={() => void save()} />
      )}
    </section>
  );
}
