/** Editing a request: the draft is kept by request until the desk has it, also over a reload and a conflict. */
import { signal } from '@preact/signals';
import type { NewNote, RequestEdit, RequestPage } from '../../domain/api.ts';
import { nobody } from '../../domain/directory/nobody.ts';
import type { ServiceRequest } from '../../domain/directory/types.ts';
import { api, type Trouble } from './api.ts';
import { personPages } from './caller.ts';
import { draft, write } from './drafts.ts';
import { keyed } from './loaded.ts';

export const requestPages = keyed<RequestPage>((number) => api.request(number));

/** Fields of the form; texts, because that is what fields hold. */
export const editFields = [
  'subject',
  'description',
  'status',
  'priority',
  'category',
  'assignedTo',
  'personId',
] as const;
export type EditField = (typeof editFields)[number];
export type RequestDraft = Partial<Record<EditField, string>> & { personName?: string };

const place = (number: string) => `request-edit.${number}`;

/** What was changed in the form and not yet saved; absent while nobody edits. */
export function requestDraft(number: string): RequestDraft | undefined {
  const text = draft(place(number)).value;
  if (text === '') return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as RequestDraft) : {};
  } catch {
    return {};
  }
}

export const startEdit = (number: string): void => write(place(number), '{}');
export const changeDraft = (number: string, change: RequestDraft): void =>
  write(place(number), JSON.stringify({ ...requestDraft(number), ...change }));
export function endEdit(number: string): void {
  write(place(number), '');
  troubles.value = { ...troubles.value, [number]: undefined };
}

/** Why the last saving of a request failed. */
export const troubles = signal<Readonly<Record<string, Trouble | undefined>>>({});
export const saving = signal<string | undefined>(undefined);

/** What the request holds in this field, as the form shows it. */
export const heldIn = (request: ServiceRequest, field: EditField): string => request[field] ?? '';

/** Sends the draft. When somebody else was faster, their version stands on the page and the draft beside it. */
export async function saveEdit(number: string): Promise<void> {
  const held = requestPages.of(number).value.value;
  const { personName: _, ...fields } = requestDraft(number) ?? {};
  if (held === undefined) return;
  // What was typed and is what the request holds is no change.
  const changed = Object.entries(fields).filter(([field, text]) => text !== heldIn(held, field as EditField));
  if (changed.length === 0) return endEdit(number);
  if (await send(held, Object.fromEntries(changed) as Omit<RequestEdit, 'from'>)) endEdit(number);
}

/** One change by one key: a status, or who has it. */
export async function changeRequest(number: string, edit: Omit<RequestEdit, 'from'>): Promise<boolean> {
  const held = requestPages.of(number).value.value;
  return held !== undefined && (await send(held, edit));
}

async function send(held: RequestPage, edit: Omit<RequestEdit, 'from'>): Promise<boolean> {
  const { number } = held;
  if (saving.value !== undefined) return false;
  saving.value = number;
  const result = await api.editRequest(number, { ...edit, from: held.updatedAt });
  saving.value = undefined;
  troubles.value = { ...troubles.value, [number]: result.ok ? undefined : result.trouble };
  if (!result.ok) {
    if (result.trouble.kind === 'conflict') await requestPages.reload(number);
    return false;
  }
  requestPages.change(number, (page) => ({ ...page, ...cleared(result.value) }));
  if (result.value.personId !== held.personId) void requestPages.reload(number);
  for (const id of new Set([held.personId, result.value.personId])) if (id !== nobody) void personPages.reload(id);
  return true;
}

/** An answer leaves out what is empty; the page's copy must lose it too. */
const cleared = (request: ServiceRequest): ServiceRequest => ({
  ...{ description: undefined, category: undefined, assignedTo: undefined },
  ...request,
});

export async function addRequestNote(number: string, note: NewNote): Promise<Trouble | undefined> {
  const result = await api.addRequestNote(number, note);
  if (!result.ok) return result.trouble;
  requestPages.change(number, (page) => ({ ...page, notes: [...page.notes, result.value] }));
  return undefined;
}
