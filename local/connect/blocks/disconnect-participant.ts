import type { Block } from './types.ts';

export const disconnectParticipant: Block = () => ({ kind: 'end', end: { kind: 'disconnected' } });
