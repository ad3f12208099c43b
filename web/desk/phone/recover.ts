import type { AgentModel } from './model.ts';

/**
 * The presence to go back to from an error state without a contact to clear, which only a choice ends [issue 613]:
 * what was to come next, else what was chosen before, else whichever takes calls. Undefined when nothing is wrong.
 */
export function wayBack({ presence, next, chosen, states }: AgentModel): string | undefined {
  if (presence.type !== 'error') return undefined;
  return next || chosen || states.find(({ type }) => type === 'available')?.name;
}
