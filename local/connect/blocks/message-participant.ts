import { type Block, failed, next } from './types.ts';

export const messageParticipant: Block = async ({ action, prompt, play }) => {
  const message = prompt(action.parameters);
  if (!message) return failed('the block has no Text, SSML, PromptId or Media');
  await play(message);
  return next;
};
