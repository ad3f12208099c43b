import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../local/desk.ts';

/** Where the laptop's desk keeps its data between runs; DESK_DATA moves it. */
export const dataFolder = process.env.DESK_DATA ?? join('.deskline', 'data');

/** How other commands reach the directory of a desk that runs. */
export interface RunningDesk {
  process: number;
  endpoint: string;
  directoryTable: string;
}

const file = (folder: string) => join(folder, 'running.json');

/** Says for other commands where the data of this desk is; the answer takes it back. */
export function announce(desk: Desk, folder: string): () => void {
  const { endpoint, table } = desk.database;
  const running: RunningDesk = { process: process.pid, endpoint, directoryTable: table('Directory') };
  writeFileSync(file(folder), JSON.stringify(running));
  return () => rmSync(file(folder), { force: true });
}

/** The desk that runs on this folder; a note left by one that was killed is taken for none, since nothing answers. */
export async function runningDesk(folder: string): Promise<RunningDesk | undefined> {
  try {
    const running = JSON.parse(readFileSync(file(folder), 'utf8')) as RunningDesk;
    await fetch(running.endpoint, { signal: AbortSignal.timeout(1_000) });
    return running;
  } catch {
    return undefined;
  }
}
