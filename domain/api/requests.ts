import * as z from 'zod/mini';
import { requestPriorities, requestStatuses, type ServiceRequest } from '../directory/types.ts';
import { text } from './fields.ts';
import type { Note } from './notes.ts';

export const newRequest = z.strictObject({
  personId: z.optional(text(100)),
  subject: text(200),
  description: z.optional(z.string().check(z.maxLength(10_000))),
  priority: z.optional(z.enum(requestPriorities)),
  category: z.optional(text(100)),
  interactionId: z.optional(text(256)),
});
export type NewRequest = z.infer<typeof newRequest>;

export const requestEdit = z.strictObject({
  /** `updatedAt` of the version that the edit was made from. */
  from: text(40),
  personId: z.optional(text(100)),
  subject: z.optional(text(200)),
  description: z.optional(z.string().check(z.maxLength(10_000))),
  status: z.optional(z.enum(requestStatuses)),
  priority: z.optional(z.enum(requestPriorities)),
  category: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  /** User name of an agent; empty when nobody is to have it. */
  assignedTo: z.optional(z.string().check(z.trim(), z.maxLength(100))),
});
export type RequestEdit = z.infer<typeof requestEdit>;

export interface RequestPage extends ServiceRequest {
  /** Name of whose request it is. */
  personName?: string;
  /** Oldest first. */
  notes: Note[];
}
