import { fullness } from './queues.ts';
import { type Block, failed } from './types.ts';

/** Ends the flow and puts the contact into its working queue. */
export const transferContactToQueue: Block = (context) => {
  if (context.contact.life !== 'inFlow') return failed('the contact has been in a queue already');
  return fullness(context, context.contact.targetQueueArn ?? '') ?? { kind: 'end', end: { kind: 'queued' } };
};
