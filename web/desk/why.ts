/** Why calls popped as they did, for supervisors: read when asked for, by call or by what is tried. */
import { computed } from '@preact/signals';
import type { CallExplanation } from '../../domain/api.ts';
import { api } from './api.ts';
import { keyed } from './loaded.ts';
import { session } from './session.ts';

export const callExplanations = keyed<CallExplanation>((id) => api.explainCall(id));
/** By a query such as `telephone=%2B12125550123`. */
export const clueExplanations = keyed<CallExplanation>((query) => api.explainClues(query));

export const isSupervisor = computed(
  () => session.value.state === 'signed-in' && session.value.me.roles.some((role) => role !== 'agent'),
);
