import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import { exportHeader, exportRow } from '../../domain/directory/people-row.ts';
import type { Person } from '../../domain/directory/types.ts';
import { openToWrite } from './open-to-write.ts';

/**
 * Writes everybody to a file, or to standard output, as they come. Throws one line when the file cannot be written.
 *
 * @returns How many.
 */
export async function exportPeople(people: AsyncIterable<Person>, path: string | undefined): Promise<number> {
  const out = path === undefined ? process.stdout : await openToWrite(path);
  const write = async (cells: string[]) => {
    if (!out.write(stringify([cells], { quoted_match: /^\s|\s$/ }))) await once(out, 'drain');
  };
  await write(exportHeader);
  let count = 0;
  for await (const person of people) {
    await write(exportRow(person));
    count += 1;
  }
  if (path !== undefined) {
    out.end();
    await once(out, 'finish');
  }
  return count;
}
