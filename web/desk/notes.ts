import { signal } from '@preact/signals';
import { api, type Trouble } from './api.ts';
import { interactionPages } from './calls.ts';
import { draft, write } from './drafts.ts';

export const notePlace = (interactionId: string) => `note.${interactionId}`;

/** Interactions whose note is on its way. */
export const savingNotes = signal<ReadonlySet<string>>(new Set());
export const noteTroubles = signal<Readonly<Record<string, Trouble | undefined>>>({});

function mark(interactionId: string, saving: boolean): void {
  const next = new Set(savingNotes.value);
  if (saving) next.add(interactionId);
  else next.delete(interactionId);
  savingNotes.value = next;
}

/** Saves the draft if there is one. It stays where it is until the desk has it, so a failure loses nothing. */
export async function saveNote(interactionId: string): Promise<void> {
  const place = notePlace(interactionId);
  const typed = draft(place).value;
  const text = typed.trim();
  if (text === '' || savingNotes.value.has(interactionId)) return;
  mark(interactionId, true);
  const result = await api.addNote(interactionId, { text });
  mark(interactionId, false);
  noteTroubles.value = { ...noteTroubles.value, [interactionId]: result.ok ? undefined : result.trouble };
  if (!result.ok) return;
  if (draft(place).value === typed) write(place, '');
  interactionPages.change(interactionId, (page) => ({ ...page, notes: [...page.notes, result.value] }));
}
