import type { Note } from '../../../domain/api.ts';
import { when } from '../format.ts';
import { now } from '../now.ts';

/** Notes with who wrote them, oldest first; without any, the words for that. */
export const NoteList = ({ notes, none }: { notes: Note[]; none: string }) => (
  <>
    {notes.length === 0 && <p class="muted">{none}</p>}
    <ul>
      {notes.map((note) => (
        <li key={note.id}>
          <p class="prose" dir="auto">
            {note.text}
          </p>
          <p class="muted">
            {note.by}, <span class="time">{when(note.at, now.value)}</span>
          </p>
        </li>
      ))}
    </ul>
  </>
);
