import * as z from 'zod/mini';
import { text } from './fields.ts';

export const newNote = z.strictObject({ text: text(10_000) });
export type NewNote = z.infer<typeof newNote>;

export interface Note {
  id: string;
  at: string;
  /** User name. */
  by: string;
  text: string;
}
