import type { Note } from '../../../domain/api.ts';
import { draft, write } from '../drafts.ts';
import { notePlace, noteTroubles, saveNote, savingNotes } from '../notes.ts';
import { words } from '../words.ts';
import { NoteList } from './note-list.tsx';
import { TroubleNote } from './trouble-note.tsx';

const text = words.thisCall;

/** Notes on a call, and room for one more. */
export function Notes({ interactionId, notes }: { interactionId: string; notes: Note[] }) {
  const place = notePlace(interactionId);
  const typed = draft(place).value;
  const saving = savingNotes.value.has(interactionId);
  const trouble = noteTroubles.value[interactionId];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void saveNote(interactionId);
  };
  return (
    <section class="notes" aria-label={text.notes}>
      <h3>{text.notes}</h3>
      <NoteList notes={notes} none={text.noNotes} />
      <label class="field">
        {text.writeNote}
        <textarea
          id="note"
          rows={4}
          maxLength={10_000}
          aria-describedby="note-hint"
          aria-keyshortcuts="n"
          value={typed}
          onInput={(event) => write(place, event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div class="row">
        <p class="muted grow" id="note-hint">
          {text.noteHint}
        </p>
        <button type="button" disabled={saving || typed.trim() === ''} onClick={() => void saveNote(interactionId)}>
          {saving ? text.savingNote : text.saveNote}
        </button>
      </div>
      {trouble !== undefined && (
        <TroubleNote what={words.trouble.notSaved} trouble={trouble} onRetry={() => void saveNote(interactionId)} />
      )}
    </section>
  );
}
