import { type FunctionProcess, type Surroundings, startProcess } from './process.ts';
import type { FunctionDefinition, Outcome } from './types.ts';

/** The processes of all functions: one for each run at the same time, kept warm for the next. */
export interface Pool {
  /** Runs one event; `started` is told which process serves it. */
  run(
    definition: FunctionDefinition,
    event: { requestId: string; payload: string; offsetMs: number },
    started: (process: FunctionProcess) => void,
  ): Promise<Outcome>;
  /** Starts a process ahead of the first event. */
  warm(definition: FunctionDefinition): void;
  bySession(session: string): { definition: FunctionDefinition; process: FunctionProcess } | undefined;
  stop(): Promise<void>;
}

export function createPool(around: Surroundings): Pool {
  const processes = new Map<string, { definition: FunctionDefinition; process: FunctionProcess }>();
  const idle = new Map<string, FunctionProcess[]>();

  const start = (definition: FunctionDefinition) => {
    const process = startProcess(definition, around);
    processes.set(process.session, { definition, process });
    return process;
  };
  const rest = (name: string, process: FunctionProcess) => {
    idle.set(name, [...(idle.get(name) ?? []), process]);
  };
  const wake = (definition: FunctionDefinition) => {
    const resting = idle.get(definition.name) ?? [];
    for (let process = resting.pop(); process; process = resting.pop()) {
      if (process.alive()) return process;
      processes.delete(process.session);
    }
    return start(definition);
  };

  return {
    async run(definition, event, started) {
      const process = wake(definition);
      started(process);
      const outcome = await process.run(event);
      if (process.alive()) rest(definition.name, process);
      else processes.delete(process.session);
      return outcome;
    },
    warm(definition) {
      if (!idle.get(definition.name)?.length) rest(definition.name, start(definition));
    },
    bySession: (session) => processes.get(session),
    async stop() {
      await Promise.all([...processes.values()].map(({ process }) => process.kill()));
      processes.clear();
      idle.clear();
    },
  };
}
