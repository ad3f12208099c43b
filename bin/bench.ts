/**
 * npm run bench [-- names]: the measurements, each as one line; all of them unless some are named. `look-up-million` must
 * be named, because filling the directory takes some minutes.
 */
import { callUnits } from '../bench/call-units.ts';
import { coldStart } from '../bench/cold-start.ts';
import { lookUp } from '../bench/look-up.ts';
import { pageSize } from '../bench/page-size.ts';
import { ringToPop } from '../bench/ring-to-pop.ts';

const measurements: Record<string, () => Promise<string>> = {
  'cold-start': coldStart,
  'call-units': callUnits,
  'page-size': pageSize,
  'ring-to-pop': () => ringToPop(),
  'ring-to-pop-five': () => ringToPop(4),
  'look-up': () => lookUp([1_000, 20_000]),
  'look-up-million': () => lookUp([1_000, 100_000, 1_000_000]),
};
const onDemand = new Set(['look-up-million']);

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !measurements[name]);
if (unknown) {
  console.error(`no measurement is called ${unknown}; there are ${Object.keys(measurements).join(', ')}`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(measurements)) {
  if (asked.length ? !asked.includes(name) : onDemand.has(name)) continue;
  console.error(`${name} …`);
  console.log(await measure());
}
