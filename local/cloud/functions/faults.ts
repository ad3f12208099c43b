import { setTimeout } from 'node:timers/promises';
import type { Outcome } from './types.ts';
import { within } from './within.ts';

/** Trouble that somebody asked for, to see what the desk makes of it. */
export interface FunctionFault {
  /** Real milliseconds before each run. */
  slowMs: number;
  /** Each run ends as if the handler had thrown. */
  fails: boolean;
}

export interface FunctionFaults {
  /** Every function that the template names, with its trouble. */
  list(): (FunctionFault & { name: string })[];
  /**
   * Changes a function's trouble from now on; what is not named stays. The function goes by its name or by the end of
   * it (`identify-caller`). Throws when not exactly one fits.
   */
  set(name: string, fault: Partial<FunctionFault>): void;
  /** The trouble of this function; undefined when it has none. */
  of(name: string): FunctionFault | undefined;
}

/** No function has trouble until somebody asks for it. */
export function createFunctionFaults(names: () => string[]): FunctionFaults {
  const faults = new Map<string, FunctionFault>();
  const none: FunctionFault = { slowMs: 0, fails: false };
  const exactly = (asked: string) => {
    const fitting = names().filter((name) => name === asked || name.endsWith(`-${asked}`));
    const [name] = fitting;
    if (fitting.length === 1 && name) return name;
    throw new Error(`${fitting.length} functions of the template fit "${asked}": ${names().join(', ')}`);
  };
  return {
    list: () => names().map((name) => ({ name, ...(faults.get(name) ?? none) })),
    set(asked, change) {
      const name = exactly(asked);
      const fault = { ...(faults.get(name) ?? none), ...change };
      if (fault.slowMs > 0 || fault.fails) faults.set(name, fault);
      else faults.delete(name);
    },
    of: (name) => faults.get(name),
  };
}

/** Runs a function in its trouble. Slowness uses up the function's own timeout, as a slow database would. */
export async function runWithFault(
  fault: FunctionFault,
  timeoutMs: number,
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  // Whoever stops the desk does not wait for a slow function.
  await setTimeout(Math.min(fault.slowMs, timeoutMs), undefined, { ref: false });
  if (fault.slowMs >= timeoutMs) return { kind: 'timeout' };
  if (fault.fails) return { kind: 'error', message: 'was told to fail' };
  return (await within(run(), timeoutMs - fault.slowMs)) ?? { kind: 'timeout' };
}
