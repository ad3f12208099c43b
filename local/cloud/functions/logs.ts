import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What functions printed. */
export interface Logs {
  add(functionName: string, line: string): void;
  /** The latest lines, oldest first. */
  of(functionName: string): string[];
}

const kept = 1000;

/** Keeps the latest lines of each function in memory, and all of them in files of `folder` when there is one. */
export function createLogs(folder?: string): Logs {
  const lines = new Map<string, string[]>();
  if (folder) mkdirSync(folder, { recursive: true });
  return {
    add(functionName, line) {
      const own = lines.get(functionName) ?? [];
      own.push(line);
      if (own.length > kept) own.shift();
      lines.set(functionName, own);
      if (folder) appendFileSync(join(folder, `${functionName}.log`), `${new Date().toISOString()} ${line}\n`);
    },
    of: (functionName) => [...(lines.get(functionName) ?? [])],
  };
}
