/** Writes contact-flows/hold-music.wav anew: `node bin/run.mjs bin/hold-music.ts`, after a change of the score. */
import { writeFileSync } from 'node:fs';
import { holdMusic } from '../domain/flow/hold-music.ts';

writeFileSync(new URL('../contact-flows/hold-music.wav', import.meta.url), holdMusic());
