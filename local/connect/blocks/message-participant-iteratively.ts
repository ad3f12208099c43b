import { asText } from '../flow/references.ts';
import { type Block, failed } from './types.ts';

/**
 * Plays its messages round and round until someone ends the flow, or until the interrupt period is over: then the
 * outcome is `MessagesInterrupted`. Coming back to the block starts with the first message again [docs].
 */
export const messageParticipantIteratively: Block = async ({ action, prompt, play, now }) => {
  const { Messages: messages, InterruptFrequencySeconds: interrupt } = action.parameters;
  const prompts = (Array.isArray(messages) ? messages : []).map((message) => prompt(message)).filter((it) => !!it);
  if (!prompts.length) return failed('the block has no message to play');
  const end = interrupt === undefined ? Number.POSITIVE_INFINITY : now() + Number(asText(interrupt)) * 1000;
  for (;;) {
    for (const message of prompts) {
      const left = end - now();
      if (left <= 0) return { kind: 'outcome', value: 'MessagesInterrupted' };
      await play({ ...message, ms: Math.min(message.ms, left) });
    }
  }
};
