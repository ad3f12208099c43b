/**
 * Structured logs: one JSON object on a line, as CloudWatch's Logs Insights reads them. Telephone numbers never stand in
 * clear: wherever a string holds one, only its last two digits stay.
 */
export type Level = 'info' | 'warn' | 'error';

export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

export function makeLog(
  fixed: Record<string, unknown>,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Log {
  const at =
    (level: Level) =>
    (message: string, fields: Record<string, unknown> = {}) =>
      write(JSON.stringify(redacted({ level, message, ...fixed, ...fields })));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Ids, times and ARNs are full of digits and are no telephone numbers; they are matched first and kept. */
const keep = [
  '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?',
  'arn:[^\\s"\']+',
].join('|');
const sensitive = new RegExp(`(${keep})|\\+?\\p{Nd}(?:[ \\u00a0().,/-]{0,2}\\p{Nd}){6,}`, 'giu');

/** @returns the same value with every run of seven digits or more, separators included, cut to its last two digits. */
export function redacted(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(sensitive, (match, kept: string | undefined) => kept ?? `…${match.slice(-2)}`);
  }
  if (value instanceof Error) {
    return redacted({ name: value.name, message: value.message, stack: value.stack, cause: value.cause });
  }
  if (Array.isArray(value)) return value.map(redacted);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redacted(inner)]));
  }
  return value;
}
