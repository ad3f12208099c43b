import { type Block, next } from './types.ts';

/** Holds for the contact and for those that follow from it [docs]. */
export const updateFlowLoggingBehavior: Block = ({ action, contact, text }) => {
  contact.logging = text(action.parameters.FlowLoggingBehavior) === 'Enabled';
  return next;
};
