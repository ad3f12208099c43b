// npm start: set-up when needed, then the whole system on this machine.
import { setUp } from './setup.mjs';

setUp();
process.argv.splice(2, 0, 'bin/start.ts');
await import('./run.mjs');
