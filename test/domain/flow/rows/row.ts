import type { CheckOptions } from '../../../../domain/flow/check.ts';

/** A smallest flow that breaks one rule and nothing else, and its mended twin. */
export interface Row {
  rule: string;
  says: string;
  broken: unknown;
  mended: unknown;
  options?: CheckOptions;
  /** Of the finding; absent means error. */
  level?: 'warn';
}
