import { isDiallable } from '../machine/dialled.ts';
import { type Block, next } from './types.ts';

/** The number that a callback dials, instead of the caller's own [docs]. Keyed numbers come in E.164 form already. */
export const updateContactCallbackNumber: Block = ({ action, contact, text }) => {
  const number = text(action.parameters.CallbackNumber);
  if (!isDiallable(number)) {
    return {
      kind: 'error',
      error: 'InvalidCallbackNumber',
      why: `"${number}" is no number in E.164 form`,
      onlyNamed: true,
    };
  }
  contact.callbackNumber = number;
  return next;
};
