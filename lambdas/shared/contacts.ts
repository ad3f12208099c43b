import type { ContactFact } from '../../domain/interaction/facts.ts';

/** Contacts as the phone system itself describes them. */
export interface Contacts {
  /** Why this contact ended, as a further fact. Not known is an answer; a fault that will not pass is thrown. */
  reasonOf(ended: ContactFact): Promise<{ known: true; fact: ContactFact } | { known: false; why: string }>;
}
