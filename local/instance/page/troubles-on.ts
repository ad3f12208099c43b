import type { InstanceState } from '../types.ts';

/** How many troubles last until they are taken back. */
export const troublesOn = ({ agents, functions, snapshotDelayMs }: InstanceState): number =>
  [
    snapshotDelayMs > 0,
    ...agents.flatMap(({ faults }) => [faults.acceptFails, faults.forbidden]),
    ...functions.flatMap(({ slowMs, fails }) => [slowMs > 0, fails]),
  ].filter(Boolean).length;
