/** Writes contact-flows/hold-music.wav anew: `npm run hold-music`, after a change of the score. */
import { writeFileSync } from 'node:fs';
import { holdMusic } from '../domain/flow/hold-music.ts';

writeFileSync(new URL('../contact-flows/hold-music.wav', import.meta.url), holdMusic());
