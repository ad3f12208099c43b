import { isOpen } from '../machine/hours.ts';
import { find } from '../resources.ts';
import { type Block, failed } from './types.ts';

/** The named hours, else those of the working queue; without either the error branch is taken [docs]. */
export const checkHoursOfOperation: Block = ({ action, resources, contact, text, now }) => {
  const named = text(action.parameters.HoursOfOperationId);
  const queue = contact.targetQueueArn ? resources.queues.get(contact.targetQueueArn) : undefined;
  const arn = named || queue?.hoursArn;
  if (!arn) return failed('no hours of operation are named and no queue is set');
  const hours = find(resources.hours, arn);
  if (!hours) return failed(`the instance has no hours of operation ${arn}`);
  return { kind: 'outcome', value: isOpen(hours, now()) ? 'True' : 'False' };
};
