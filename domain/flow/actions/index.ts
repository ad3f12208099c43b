import { controlActions } from './control.ts';
import { dataActions } from './data.ts';
import { participantActions } from './participant.ts';
import { queueActions } from './queue.ts';
import type { ActionSpec } from './spec.ts';

const table = new Map<string, ActionSpec>(
  Object.entries({ ...participantActions, ...controlActions, ...queueActions, ...dataActions }),
);

export const actionTypes: readonly string[] = [...table.keys()];

/** What is known of an action type; undefined for one that the service refuses. */
export function specOf(type: string): ActionSpec | undefined {
  return table.get(type);
}
