import { type Block, next } from './types.ts';

/** Each attribute is an object with a Value; they live in this flow only [docs]. */
export const updateFlowAttributes: Block = ({ action, data, text }) => {
  for (const [key, attribute] of Object.entries(Object(action.parameters.FlowAttributes))) {
    data.flowAttributes[key] = text(Object(attribute).Value);
  }
  return next;
};
