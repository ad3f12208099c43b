import type { Dial, Permit } from '../../domain/calling/permit.ts';

/** Leave to dial, and what was dialled. */
export interface CallsOut {
  /** One put. */
  permit(permit: Permit): Promise<void>;
  /** Remembers what was dialled, once however often it is told: one conditional put. */
  dialled(dial: Dial): Promise<void>;
  /** What the same agent has dialled and was given leave to dial within reach of this contact; one consistent query. */
  around(dial: Dial): Promise<{ dials: Dial[]; permits: Permit[] }>;
}
