import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse';

/** A row of a file, or why it could not be read. `line` is where it begins, counted from 1. */
export type CsvRow = { line: number; cells: string[] } | { line: number; problem: string };

export interface CsvFile {
  bytes: number;
  /** Bytes that were read so far. */
  read(): number;
  rows: AsyncIterable<CsvRow>;
}

/** A record longer than this is a quote that was never closed. */
const longestRecord = 200_000;

/**
 * Reads a file of comma, semicolon or tab separated values, row by row, whatever its length; the header is the first row.
 * Throws one line when it cannot be read, or is not UTF-8; the latter before it gives a row, so that nothing is imported.
 */
export async function readCsv(path: string): Promise<CsvFile> {
  const bytes = (await stat(path)).size;
  await mustBeUtf8(path);
  const delimiter = delimiterOf(await firstLine(path));
  const source = createReadStream(path);
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: longestRecord,
  });
  const unreadable: CsvRow[] = [];
  parser.on('skip', (error: { lines?: number; message: string }) => {
    unreadable.push({ line: error.lines ?? 0, problem: `cannot be read: ${error.message.split('\n')[0]}` });
  });
  void feed(source, parser);
  return { bytes, read: () => source.bytesRead, rows: rowsOf(parser, unreadable) };
}

const decoding = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes that are no UTF-8 are refused and not replaced. */
async function mustBeUtf8(path: string): Promise<void> {
  const decoder = decoding();
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error('the file is not UTF-8; export it again as “CSV UTF-8”');
  }
}

/** With one kind of line break: the parser counts the two characters of the other as two lines within quotes. */
async function feed(source: AsyncIterable<Buffer>, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = decoding();
  let held = '';
  try {
    for await (const chunk of source) {
      const text = held + decoder.decode(chunk, { stream: true });
      // The second half of a line break may come with the next chunk.
      held = text.endsWith('\r') ? '\r' : '';
      const lines = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
      if (!parser.write(lines)) await new Promise((go) => parser.once('drain', go));
    }
    parser.end((held + decoder.decode()).replace(/\r\n?/g, '\n'));
  } catch (error) {
    parser.destroy(error as Error);
  }
}

async function* rowsOf(parser: ReturnType<typeof parse>, unreadable: CsvRow[]): AsyncIterable<CsvRow> {
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* unreadable.splice(0);
    // A blank line is no row, and counts as a line of the file.
    if (record.length > 1 || record[0] !== '') yield { line, cells: record };
    line = info.lines + 1;
  }
  yield* unreadable.splice(0);
}

async function firstLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead).toString('utf8').split(/\r?\n/)[0] ?? '';
  } finally {
    await file.close();
  }
}

function delimiterOf(header: string): string {
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
