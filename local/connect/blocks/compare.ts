import { asText, isReference, lookUp } from '../flow/references.ts';
import { scopeOf } from '../flow/scope.ts';
import { type Block, notEmulated } from './types.ts';

/** What the flow itself put there; everything else is Connect's own. */
const ownValues = /^\$\.?(\['|\["|\.)?(Attributes|FlowAttributes|External|StoredCustomerInput)\b/;

/**
 * Branches on one value. A value of Connect's own that is not there compares equal to the text `NULL`: AWS's sample
 * disconnect flow asks `$.Agent.ARN` so [assumed]. A missing value of the flow's own is empty and equals nothing.
 */
export const compare: Block = (context) => {
  const path = asText(context.action.parameters.ComparisonValue);
  if (!isReference(path)) return notEmulated(context, `Compare of "${path}", which is no reference`);
  const found = lookUp(path, scopeOf(context, context.data));
  const missing = found === undefined || found === null || found === '';
  return { kind: 'outcome', value: missing && !ownValues.test(path) ? 'NULL' : asText(found) };
};
