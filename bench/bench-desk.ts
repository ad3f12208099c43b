import { freshAssembly } from '../lib/fresh-assembly.ts';
import { type Desk, startDesk } from '../local/desk.ts';
import { loadSample } from '../local/sample/index.ts';

/** The whole system in memory with the sample data, on free ports; its time stands still unless turned. */
export const benchDesk = async (): Promise<Desk> =>
  startDesk({ assembly: await freshAssembly(), deskPort: 0, instancePort: 0, clock: 'free', sample: loadSample });
