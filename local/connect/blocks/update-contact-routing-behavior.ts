import { type Block, next, notEmulated } from './types.ts';

/** A lower priority number is served first; contacts start with 5 [docs]. */
export const updateContactRoutingBehavior: Block = (context) => {
  const { QueuePriority: priority } = context.action.parameters;
  if (priority === undefined) return notEmulated(context, 'adjusting the time in queue');
  context.contact.priority = Number(context.text(priority));
  return next;
};
