import { find } from '../resources.ts';
import { type Block, failed } from './types.ts';

/** Ends this flow and starts the other; attributes, queue, hooks and voice stay [docs]. */
export const transferToFlow: Block = ({ action, resources, text }) => {
  const arn = text(action.parameters.ContactFlowId);
  const flow = find(resources.flows, arn);
  return flow ? { kind: 'flow', flow } : failed(`the instance has no flow ${arn}`);
};
