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
 * Throws one line when it cannot be read, or is not UTF-8.
 */
export async function readCsv(path: string): Promise<CsvFile> {
  const bytes = (await stat(path)).size;
  const delimiter = delimiterOf(await firstLine(path));
  const source = createReadStream(path);
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
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

/** As text, so that bytes that are no UTF-8 are refused and not replaced. */
async function feed(source: AsyncIterable<Buffer>, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of source) {
      if (!parser.write(decoder.decode(chunk, { stream: true }))) await new Promise((go) => parser.once('drain', go));
    }
    parser.end(decoder.decode());
  } catch (error) {
    const foreign = error instanceof TypeError;
    parser.destroy(foreign ? new Error('the file is not UTF-8; export it again as “CSV UTF-8”') : (error as Error));
  }
}

async function* rowsOf(parser: ReturnType<typeof parse>, unreadable: CsvRow[]): AsyncIterable<CsvRow> {
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* unreadable.splice(0);
    yield { line, cells: record };
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
