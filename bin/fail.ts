/** Ends a command with what is wrong on standard error; wrong settings and flows come as several lines. */
export function fail(error: unknown): never {
  const lines = (error as { lines?: string[] }).lines ?? [error instanceof Error ? error.message : String(error)];
  // Words of a file may stand among them: nothing in them steers the terminal.
  const plain = lines.map((line) => line.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' '));
  console.error(`${plain.join('\n')} (--help lists the options)`);
  process.exit(1);
}
