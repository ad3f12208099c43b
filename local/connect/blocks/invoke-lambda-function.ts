import { invoke } from '../flow/invocation.ts';
import { asText } from '../flow/references.ts';
import { type Block, failed, next, notEmulated } from './types.ts';

/** Asks a function and puts its whole answer in the place of `$.External`. The caller hears silence meanwhile [docs]. */
export const invokeLambdaFunction: Block = async (context) => {
  const { parameters } = context.action;
  if (asText(parameters.InvocationType) === 'ASYNCHRONOUS') return notEmulated(context, 'asynchronous invocation');
  const answer = await invoke(context);
  if (!answer.ok) return failed(answer.why);
  context.data.external = answer.value;
  return next;
};
