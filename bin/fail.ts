/** Ends a command with what is wrong on standard error; wrong settings and flows come as several lines. */
export function fail(error: unknown): never {
  const lines = (error as { lines?: string[] }).lines ?? [error instanceof Error ? error.message : String(error)];
  console.error(`${lines.join('\n')} (--help lists the options)`);
  process.exit(1);
}
