import { progress } from '../../bench/progress.ts';
import { folded } from '../../domain/directory/fold.ts';
import { readHeader } from '../../domain/directory/people-columns.ts';
import { readRow } from '../../domain/directory/people-row.ts';
import { type ImportTo, importRow } from './import-row.ts';
import { openToWrite } from './open-to-write.ts';
import { readCsv } from './read-csv.ts';

export interface ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

/** Rows that are on their way at the same time; more would only wait in the store. */
const rowsAtOnce = 16;
const shownRefusals = 20;

/**
 * Imports a file row by row, in the memory of a few rows and the keys. Rows that cannot be imported are told with their
 * line and do not hold up the others.
 *
 * @param errors File that gets every refusal; the first ones are told by `say` in any case.
 * @throws Error with one line when the file or its header cannot be read: nothing is imported then.
 */
export async function importPeople(
  path: string,
  to: ImportTo,
  { errors, say }: { errors?: string; say: (line: string) => void },
): Promise<ImportCounts> {
  const file = await readCsv(path);
  const log = errors === undefined ? undefined : await openToWrite(errors);
  const counts: ImportCounts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  const tell = progress('people', file.bytes);
  const refuse = (line: number, why: string) => {
    const reason = why.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ');
    counts.refused += 1;
    log?.write(`line ${line}: ${reason}\n`);
    if (counts.refused <= shownRefusals) say(`line ${line}: ${reason}`);
    if (counts.refused === shownRefusals + 1)
      say(`… and more${errors ? `, all in ${errors}` : '; --errors FILE keeps them all'}`);
  };

  const seen = new Map<string, number>();
  const running = new Set<Promise<void>>();
  let columns: Parameters<typeof readRow>[0] | undefined;
  for await (const row of file.rows) {
    if ('problem' in row) {
      refuse(row.line, row.problem);
      continue;
    }
    if (!columns) {
      const header = readHeader(row.cells);
      if ('problem' in header) throw new Error(header.problem);
      ({ columns } = header);
      continue;
    }
    const read = readRow(columns, row.cells);
    if ('problem' in read) {
      refuse(row.line, read.problem);
      continue;
    }
    const key = read.id === undefined ? `${read.key?.kind}#${folded(read.key?.value ?? '')}` : `id#${read.id}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      refuse(row.line, `is about the same person as line ${earlier}`);
      continue;
    }
    seen.set(key, row.line);
    const work = importRow(read, to).then((imported) => {
      if (imported.outcome === 'refused') refuse(row.line, imported.reason);
      else counts[imported.outcome] += 1;
      running.delete(work);
      tell(file.read(), counts.created + counts.changed + counts.unchanged + counts.refused);
    });
    running.add(work);
    if (running.size >= rowsAtOnce) await Promise.race(running);
  }
  await Promise.all(running);
  if (!columns) throw new Error('the file is empty');
  await new Promise<void>((done) => (log ? log.end(done) : done()));
  return counts;
}
