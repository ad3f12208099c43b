import { type Block, notEmulated } from './types.ts';

/** Lets time pass. The events that could end it early belong to chats and bots. */
export const wait: Block = async (context) => {
  const { Events: events, TimeLimitSeconds: limit } = context.action.parameters;
  if (Array.isArray(events) && events.length) return notEmulated(context, `waiting for ${events.join(', ')}`);
  await context.pause(Number(context.text(limit)) * 1000);
  return { kind: 'outcome', value: 'WaitCompleted' };
};
