import { find } from '../resources.ts';
import { type Block, failed, next, notEmulated } from './types.ts';

/** The hooks that the exchange asks; setting another would have no effect, so it is refused. */
const hooks = ['CustomerQueue', 'AgentWhisper', 'CustomerWhisper', 'CustomerHold', 'AgentHold', 'CustomerRemaining'];

/** Stored with the contact; the last one wins [docs]. */
export const updateContactEventHooks: Block = (context) => {
  const { action, contact, resources, text } = context;
  const wanted = Object.entries(Object(action.parameters.EventHooks)).map(([hook, arn]) => [hook, text(arn)] as const);
  for (const [hook, arn] of wanted) {
    if (!hooks.includes(hook)) return notEmulated(context, `event hook ${hook}`);
    if (!find(resources.flows, arn)) return failed(`the instance has no flow ${arn}`);
  }
  contact.hooks = { ...contact.hooks, ...Object.fromEntries(wanted) };
  return next;
};
