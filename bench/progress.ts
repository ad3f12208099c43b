/** Between two lines where no terminal can be drawn anew. */
const plainMs = 5_000;

/**
 * Tells on standard error how far long work has come, how fast, and how long it will take.
 *
 * @param what Names the things, e.g. `people`.
 * @param total In the unit of `done`, which may be bytes.
 * @returns To be called with what is done, and with how many things that is where the unit is another.
 */
export function progress(what: string, total: number): (done: number, things?: number) => void {
  const begin = Date.now();
  const { isTTY } = process.stderr;
  let last = isTTY ? 0 : begin;
  return (done, things = done) => {
    const now = Date.now();
    const complete = isTTY && done >= total && last > 0;
    if (now - last < (isTTY ? 200 : plainMs) && !complete) return;
    last = now;
    const seconds = Math.max(0.001, (now - begin) / 1000);
    const share = Math.min(1, done / Math.max(1, total));
    const left = share > 0 ? Math.ceil(seconds / share - seconds) : 0;
    const bar = `[${'='.repeat(Math.round(share * 24)).padEnd(24)}]`;
    const line = `${bar} ${Math.floor(share * 100)} %, ${things} ${what}, ${Math.round(things / seconds)} a second, ${left} s left`;
    process.stderr.write(isTTY ? `\r${line} \u001b[K${complete ? '\n' : ''}` : `${line}\n`);
  };
}
