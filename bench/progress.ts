/** Tells how far long work has come, on one line of a terminal that is drawn anew; nothing when nobody looks on. */
export function progress(what: string, total: number): (done: number) => void {
  const begin = Date.now();
  let last = 0;
  return (done) => {
    if (!process.stderr.isTTY || Date.now() - last < 200) return;
    last = Date.now();
    const rate = done / Math.max(1, (last - begin) / 1000);
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
    process.stderr.write(
      `\r${what}: ${Math.floor((100 * done) / total)} %, ${Math.round(rate)} a second, ${left} s left \u001b[K`,
    );
  };
}
