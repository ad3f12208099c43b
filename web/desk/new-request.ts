/** Creating a request: the draft is kept by place until the desk has it. */
import { signal } from '@preact/signals';
import type { RequestPriority, ServiceRequest } from '../../domain/directory/types.ts';
import { api, type Trouble } from './api.ts';
import { personPages } from './caller.ts';
import { draft, write } from './drafts.ts';

/** The agent asked for the form; it closes with the place. */
export const formAsked = signal(false);

/** Opens the form and puts the cursor into it. */
export function startRequest(): void {
  formAsked.value = true;
  requestAnimationFrame(() => document.getElementById('new-request-subject')?.focus());
}

export interface RequestTarget {
  personId?: string;
  interactionId?: string;
}

export const fields = ['subject', 'description', 'priority', 'category'] as const;
export type Field = (typeof fields)[number];

export const placeOf = ({ personId, interactionId }: RequestTarget, field: Field): string =>
  `request.${interactionId ?? ''}.${personId ?? ''}.${field}`;

/** Takes what was typed while nobody, or somebody else, was taken for the caller along to whom it is for. */
export function moveDraft(from: RequestTarget, to: RequestTarget): void {
  for (const field of fields) {
    const text = draft(placeOf(from, field)).peek();
    if (text === '' || draft(placeOf(to, field)).peek() !== '') continue;
    write(placeOf(to, field), text);
    write(placeOf(from, field), '');
  }
}

/** Sends the draft of this target; on success it is emptied and the person's list shows the request. */
export async function createRequest(target: RequestTarget): Promise<ServiceRequest | Trouble> {
  const text = (field: Field) => draft(placeOf(target, field)).value.trim() || undefined;
  const result = await api.createRequest({
    ...target,
    subject: text('subject') ?? '',
    description: text('description'),
    priority: (text('priority') ?? 'normal') as RequestPriority,
    category: text('category'),
  });
  if (!result.ok) return result.trouble;
  for (const field of fields) write(placeOf(target, field), '');
  const { personId } = target;
  if (personId !== undefined) {
    personPages.change(personId, (page) => ({ ...page, open: [result.value, ...page.open] }));
  }
  return result.value;
}
