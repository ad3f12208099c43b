import type { Block } from './types.ts';

/** In a whisper the join goes on, in a queue flow the caller waits on in silence, elsewhere the contact ends [docs]. */
export const endFlowExecution: Block = () => ({ kind: 'end', end: { kind: 'ended' } });
